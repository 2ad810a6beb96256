/** A paper that has just been sent is seen to leave for the wall: one knows where it went. */
import { classNames } from '../../styles/class-names.ts'
import css from './flight.module.css'
import card from './NoteCard.module.css'

const FLIGHT_MS = 560
const EXCERPT_CHARS = 90
/** Put on where the wall is, or the way to it: the first that is in sight. */
export const FLIGHT_GOAL = { 'data-flight-goal': '' } as const

const isStill = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches === true

/** Nothing where motion is not wished, or where there is no wall to be seen. */
export function flyToWall(from: HTMLElement | null, text: string, colour: number): void {
  const goals = [...document.querySelectorAll<HTMLElement>('[data-flight-goal]')]
  const goal = goals.find((one) => one.getClientRects().length > 0)
  if (from === null || goal === undefined || typeof from.animate !== 'function' || isStill()) return
  const start = from.getBoundingClientRect()
  const end = goal.getBoundingClientRect()
  const paper = document.createElement('div')
  paper.className = classNames(css['paper'], card[`paper${colour}`])
  paper.ariaHidden = 'true'
  paper.dataset['flight'] = ''
  paper.textContent = text.slice(0, EXCERPT_CHARS)
  Object.assign(paper.style, { left: `${start.left}px`, top: `${start.top}px`, width: `${start.width}px` })
  document.body.append(paper)
  const [dx, dy] = [
    end.left + end.width / 2 - (start.left + start.width / 2),
    end.top + Math.min(end.height / 2, 80) - (start.top + paper.offsetHeight / 2),
  ]
  const flight = paper.animate(
    [
      { transform: 'none', opacity: 1 },
      {
        transform: `translate(${dx * 0.45}px, ${dy * 0.7 - 24}px) rotate(-3deg) scale(0.7)`,
        opacity: 1,
        offset: 0.55,
      },
      { transform: `translate(${dx}px, ${dy}px) rotate(2deg) scale(0.12)`, opacity: 0.3 },
    ],
    { duration: FLIGHT_MS, easing: 'cubic-bezier(0.3, 0, 0.3, 1)' },
  )
  const land = () => paper.remove()
  flight.onfinish = land
  flight.oncancel = land
}
