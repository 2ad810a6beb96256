/**
 * Dragging papers in columns, with a mouse or, after a long press, with a finger. Nothing is moved in the page meanwhile: a
 * shadow follows the pointer, a line says where it would land, and only the drop asks for anything. What others write goes on.
 */
import css from './drag.module.css'

/** A mouse that moved as far drags; a finger that did before the press was long scrolls. */
const SLACK_PX = 7
const LONG_PRESS_MS = 400
/** Nearer than this to the edge of what scrolls, it scrolls. */
const EDGE_PX = 56
const SCROLL_PX = 14

export interface Landed {
  readonly zone: string
  /** The item beside which it lands; null: behind all of the zone. */
  readonly beside: string | null
  readonly after: boolean
  /** The column of that item; undefined: none. */
  readonly column: number | undefined
}

export interface DragHooks {
  readonly mayDrag: (id: string) => boolean
  readonly onDrop: (id: string, landed: Landed) => void
}

interface Drag {
  readonly id: string
  readonly item: HTMLElement
  readonly pointer: number
  readonly x: number
  readonly y: number
  /** Null until it has really begun. */
  ghost: HTMLElement | null
  timer: ReturnType<typeof setTimeout> | undefined
  landed: Landed | null
  at: { x: number; y: number }
  frame: number | undefined
}

const scrollerOf = (element: HTMLElement): Element => {
  for (let one = element.parentElement; one; one = one.parentElement) {
    const { overflowY } = getComputedStyle(one)
    if ((overflowY === 'auto' || overflowY === 'scroll') && one.scrollHeight > one.clientHeight) return one
  }
  return document.scrollingElement ?? document.documentElement
}

const columnOf = (item: HTMLElement): number | undefined => {
  const column = Number.parseInt(item.dataset['column'] ?? '', 10)
  return Number.isFinite(column) ? column : undefined
}

/** Makes the items (`[data-item]`) under `root` draggable within and between its zones (`[data-zone]`). Gives back how to end it. */
export function attachDrag(root: HTMLElement, hooks: DragHooks): () => void {
  let drag: Drag | null = null
  const mark = document.createElement('div')
  mark.className = css['mark'] ?? ''

  /** What follows the pointer stands above the wall, also when that lies over the whole page. */
  const above = (): Element => root.closest('[popover]') ?? document.body

  /** Where a drop at this point would land. */
  const look = (x: number, y: number): Landed | null => {
    const under = document.elementFromPoint(x, y)
    const zone = under?.closest<HTMLElement>('[data-zone]')
    if (!zone || !root.contains(zone)) return null
    const item = under?.closest<HTMLElement>('[data-item]')
    const name = zone.dataset['zone'] ?? ''
    if (!item) return { zone: name, beside: null, after: true, column: undefined }
    const box = item.getBoundingClientRect()
    return {
      zone: name,
      beside: item.dataset['item'] ?? null,
      after: y > box.top + box.height / 2,
      column: columnOf(item),
    }
  }
  const show = (landed: Landed | null) => {
    const items = [...root.querySelectorAll<HTMLElement>('[data-zone]')].filter(
      (zone) => zone.dataset['zone'] === landed?.zone,
    )
    const beside = items[0]?.querySelector<HTMLElement>(`[data-item="${CSS.escape(landed?.beside ?? '')}"]`)
    const box = (beside ?? items[0])?.getBoundingClientRect()
    if (!landed || !box) return mark.remove()
    const top = landed.after || !beside ? box.bottom - 2 : box.top - 4
    Object.assign(mark.style, { left: `${box.left}px`, top: `${top}px`, width: `${box.width}px` })
    above().append(mark)
  }
  const follow = () => {
    if (!drag?.ghost) return
    const { x, y } = drag.at
    drag.ghost.style.translate = `${x - drag.x}px ${y - drag.y}px`
    const scroller = scrollerOf(root)
    const box = scroller === document.scrollingElement ? null : scroller.getBoundingClientRect()
    const [top, bottom] = [Math.max(0, box?.top ?? 0), Math.min(innerHeight, box?.bottom ?? innerHeight)]
    if (y < top + EDGE_PX) scroller.scrollTop -= SCROLL_PX
    else if (y > bottom - EDGE_PX) scroller.scrollTop += SCROLL_PX
    drag.landed = look(x, y)
    show(drag.landed)
    drag.frame = requestAnimationFrame(follow)
  }
  const begin = () => {
    if (!drag || drag.ghost) return
    const box = drag.item.getBoundingClientRect()
    const { fontSize, padding } = getComputedStyle(drag.item)
    const ghost = drag.item.cloneNode(true) as HTMLElement
    ghost.className = css['ghost'] ?? ''
    ghost.removeAttribute('data-item')
    ghost.setAttribute('aria-hidden', 'true')
    ghost.inert = true
    Object.assign(ghost.style, {
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.width}px`,
      fontSize,
      padding,
      boxSizing: 'border-box',
    })
    above().append(ghost)
    drag.item.classList.add(css['lifted'] ?? '')
    drag.ghost = ghost
    getSelection()?.removeAllRanges()
    follow()
  }
  const end = (isDrop: boolean) => {
    const done = drag
    drag = null
    if (!done) return
    clearTimeout(done.timer)
    if (done.frame !== undefined) cancelAnimationFrame(done.frame)
    done.ghost?.remove()
    mark.remove()
    done.item.classList.remove(css['lifted'] ?? '')
    if (!done.ghost) return
    // The click that follows belongs to the drag.
    const swallow = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0)
    if (isDrop && done.landed && done.landed.beside !== done.id) hooks.onDrop(done.id, done.landed)
  }
  const onDown = (event: PointerEvent) => {
    const target = event.target
    if (!(target instanceof Element) || event.button !== 0 || !event.isPrimary || drag) return
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    const item = target.closest<HTMLElement>('[data-item]')
    const id = item?.dataset['item']
    if (!item || id === undefined || !hooks.mayDrag(id)) return
    const { pointerId: pointer, clientX: x, clientY: y } = event
    const isTouch = event.pointerType === 'touch'
    const timer = isTouch ? setTimeout(begin, LONG_PRESS_MS) : undefined
    drag = { id, item, pointer, x, y, ghost: null, timer, landed: null, at: { x, y }, frame: undefined }
  }
  const onMove = (event: PointerEvent) => {
    if (!drag || event.pointerId !== drag.pointer) return
    drag.at = { x: event.clientX, y: event.clientY }
    if (drag.ghost || Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < SLACK_PX) return
    if (event.pointerType === 'touch') end(false)
    else begin()
  }
  const onUp = (event: PointerEvent) => {
    if (drag?.pointer === event.pointerId) end(true)
  }
  const onCancel = () => end(false)
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !drag?.ghost) return
    event.preventDefault()
    event.stopPropagation()
    end(false)
  }
  // A finger that holds a paper does not scroll, nor open the browser's menu.
  const hold = (event: Event) => {
    if (drag?.ghost && event.cancelable) event.preventDefault()
  }
  const noMenu = (event: Event) => {
    if (drag?.timer !== undefined) event.preventDefault()
  }
  root.addEventListener('pointerdown', onDown)
  root.addEventListener('touchmove', hold, { passive: false })
  root.addEventListener('contextmenu', noMenu)
  document.addEventListener('pointermove', onMove)
  document.addEventListener('pointerup', onUp)
  document.addEventListener('pointercancel', onCancel)
  document.addEventListener('keydown', onKey, true)
  return () => {
    end(false)
    root.removeEventListener('pointerdown', onDown)
    root.removeEventListener('touchmove', hold)
    root.removeEventListener('contextmenu', noMenu)
    document.removeEventListener('pointermove', onMove)
    document.removeEventListener('pointerup', onUp)
    document.removeEventListener('pointercancel', onCancel)
    document.removeEventListener('keydown', onKey, true)
  }
}
