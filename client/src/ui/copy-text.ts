/**
 * Puts a text on the clipboard, also one that is still on its way. False when this browser does not allow it: over plain HTTP on
 * a local network there is no clipboard at all.
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof ClipboardItem === 'function') {
      // With a promise inside, Safari still counts the click as the reason.
      const blob = Promise.resolve(text).then((written) => new Blob([written], { type: 'text/plain' }))
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
    } else await navigator.clipboard.writeText(await text)
    return true
  } catch {
    return false
  }
}
