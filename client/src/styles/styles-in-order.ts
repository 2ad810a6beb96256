/**
 * The page's own style sheet stands at the end of its body, so that the first moment is shown without it
 * (client/bundling/first-moment.ts). Those of later parts go to the end of the head, and are to win over it: so it goes there
 * too, before any of them. It is in the browser's cache; until it has come from there, the one in the body goes on.
 */
export function putStylesInOrder(): void {
  const late = document.body.querySelector('link[rel=stylesheet]')
  if (late === null) return
  const first = late.cloneNode() as HTMLLinkElement
  first.addEventListener('load', () => late.remove())
  document.head.append(first)
}
