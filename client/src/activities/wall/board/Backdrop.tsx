import { FRAME, FRAME_EDGE, type SpatialLayout, type ZoneFrame } from '@escale/shared'
import type { WallView } from '@escale/shared/activities/wall'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { Background, partsOf, useBackgroundTexts } from '../backgrounds/index.ts'
import css from './Board.module.css'
import { useBoardTexts } from './texts.ts'

const PAPER = {
  left: -FRAME_EDGE,
  top: -FRAME_EDGE,
  width: FRAME.width + 2 * FRAME_EDGE,
  height: FRAME.height + 2 * FRAME_EDGE,
}

interface BackdropProps {
  readonly layout: SpatialLayout
  readonly view: Pick<WallView, 'zones' | 'axes' | 'background'>
  readonly frames: readonly ZoneFrame[]
  /** Notes wait beside the frame. */
  readonly hasTray: boolean
}

/** What lies under the notes: the zones' frames, the axes, a timeline. */
export function Backdrop({ layout, view, frames, hasTray }: BackdropProps) {
  const t = useBoardTexts()
  const say = useBackgroundTexts()
  const titles = new Map(view.zones.map((zone) => [zone.id, zone.title]))
  if (layout === 'canvas')
    return frames.map(({ zone, x, y, width, height }) => (
      <section key={zone} className={css['zone']} style={{ left: x, top: y, width, height }}>
        <h3 className={css['zone-title']}>{titles.get(zone) || say('no-zone')}</h3>
      </section>
    ))
  const { left, right, bottom, top } = view.axes
  return (
    <>
      <div className={css['frame']} data-layout={layout} style={PAPER}>
        {layout === 'picture' ? (
          <>
            {/* As large as the frame itself, in which places are counted. */}
            <div className={css['drawing']} style={{ inset: FRAME_EDGE }}>
              <Background of={view.background} axes={view.axes} />
            </div>
            <VisuallyHidden>
              {partsOf(view.background, say)
                .map(({ name }) => name)
                .join(', ')}
            </VisuallyHidden>
          </>
        ) : null}
        {layout === 'matrix' ? (
          <>
            <p className={css['axis']} data-side="left">
              {left}
            </p>
            <p className={css['axis']} data-side="right">
              {right}
            </p>
            <p className={css['axis']} data-side="bottom">
              {bottom}
            </p>
            <p className={css['axis']} data-side="top">
              {top}
            </p>
          </>
        ) : null}
        {layout === 'timeline' ? (
          <>
            <p className={css['axis']} data-side="left">
              {left || say('from')}
            </p>
            <p className={css['axis']} data-side="right">
              {right || say('to')}
            </p>
          </>
        ) : null}
      </div>
      {hasTray ? <p className={css['tray']}>{t('tray')}</p> : null}
    </>
  )
}
