/* What first-moment.js fetches. ES5, too. */
;(function () {
  var says = [
    'Votre navigateur est trop ancien pour Escale.',
    'Mettez-le à jour, ou ouvrez ce lien dans un autre : Firefox 121, Chrome ou Edge 111, Safari 16.4 (iOS 16.4), ou plus récent.',
    'Your browser is too old for Escale.',
    'Update it, or open this link in another one: Firefox 121, Chrome or Edge 111, Safari 16.4 (iOS 16.4), or newer.',
  ]
  function show() {
    var main = document.createElement('main')
    for (var i = 0; i < says.length; i++) {
      var line = document.createElement(i % 2 ? 'p' : 'h1')
      line.lang = i < 2 ? 'fr' : 'en'
      line.appendChild(document.createTextNode(says[i]))
      main.appendChild(line)
    }
    main.style.padding = '1em'
    document.body.appendChild(main)
    var root = document.getElementById('root')
    // Whatever the page may yet draw there stays out of sight.
    if (root) root.style.display = 'none'
  }
  if (document.body) show()
  else document.addEventListener('DOMContentLoaded', show)
})()
