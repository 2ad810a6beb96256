export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Size {
  readonly width: number
  readonly height: number
}

export interface MenuPlace {
  readonly left: number
  readonly top: number
  /** What is longer scrolls. */
  readonly maxHeight: number
}

/** Between a menu and its button, and the least between a menu and the window's edge, px. */
const GAP_PX = 4
const MARGIN_PX = 8

/** Where a menu stands so that all of it is in the window: on the wished side if it fits there, else where there is more room. */
export function placeMenu(
  button: Box,
  menu: Size,
  view: Size,
  wish: { readonly align: 'start' | 'end'; readonly placement: 'below' | 'above' },
): MenuPlace {
  const below = Math.max(0, view.height - MARGIN_PX - GAP_PX - button.bottom)
  const above = Math.max(0, button.top - GAP_PX - MARGIN_PX)
  const [wished, other] = wish.placement === 'below' ? [below, above] : [above, below]
  const isWished = menu.height <= wished || wished >= other
  const isBelow = (wish.placement === 'below') === isWished
  const maxHeight = isBelow ? below : above
  const height = Math.min(menu.height, maxHeight)
  const wishedLeft = wish.align === 'start' ? button.left : button.right - menu.width
  const left = Math.max(MARGIN_PX, Math.min(wishedLeft, view.width - MARGIN_PX - menu.width))
  return { left, top: isBelow ? button.bottom + GAP_PX : button.top - GAP_PX - height, maxHeight }
}
