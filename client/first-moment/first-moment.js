/*
 * Before anything else is there: the theme and the language (as theme.ts and language.ts find them, see first-moment.test.tsx),
 * a word when the page's code does not come, and another one to browsers that are too old for it. Written as those read it.
 */
;(function (html) {
  function kept(what) {
    try {
      return localStorage.getItem('escale.' + what)
    } catch (_) {}
  }
  var theme = kept('theme')
  if (theme === 'light' || theme === 'dark') html.setAttribute('data-theme', theme)

  var tags = [kept('language') || ''].concat(navigator.languages || navigator.language || [])
  var language = ''
  for (var i = 0; i < tags.length && !language; i++) language = (/^(?:fr|en)/.exec(tags[i]) || [''])[0]
  html.lang = language || 'fr'

  if (window.addEventListener)
    addEventListener(
      'error',
      function (event) {
        if (event.target.nodeName === 'SCRIPT') html.className = 'unreached'
      },
      true,
    )

  try {
    new RegExp('(?<=a)b')
    if (
      'noModule' in document.createElement('script') &&
      [].toSpliced &&
      AbortSignal.timeout &&
      CSS.supports('selector(:has(a))')
    )
      return
  } catch (_) {}
  var s = document.createElement('script')
  s.src = document.querySelector('meta[name="base-path"]').content + 'too-old.js'
  document.getElementsByTagName('head')[0].appendChild(s)
})(document.documentElement)
