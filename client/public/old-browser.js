;(function () {
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
  var all = document.getElementsByTagName('script')
  s.src = all[all.length - 1].src.replace('old-browser', 'too-old')
  document.body.appendChild(s)
})()
