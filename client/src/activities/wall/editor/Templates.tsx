import { randomId } from '../../../connection/random-id.ts'
import { announce } from '../../../ui/announce.ts'
import { Background } from '../backgrounds/index.ts'
import { LayoutPictogram } from './LayoutPictogram.tsx'
import css from './Look.module.css'
import { useEditorTexts } from './texts.ts'
import { type Shape, WALL_TEMPLATES } from './wall-templates.ts'

/** Ready-made walls, at one click. */
export function Templates({ onChoose }: { readonly onChoose: (shape: Shape) => void }) {
  const t = useEditorTexts()
  return (
    <details className={css['details']}>
      <summary>{t('templates')}</summary>
      <div className={css['body']}>
        <p className={css['soft']}>{t('templates-hint')}</p>
        <ul className={css['templates']}>
          {WALL_TEMPLATES.map(({ id, shape }) => {
            const made = shape(t, () => randomId(8))
            const name = t(`template-${id}`)
            return (
              <li key={id}>
                <button
                  type="button"
                  className={css['template']}
                  onClick={() => {
                    onChoose(made)
                    announce(t('applied', { name }))
                  }}
                >
                  <span className={css['thumb']} aria-hidden="true">
                    {made.background === null ? (
                      <LayoutPictogram of={made.layout} />
                    ) : (
                      <Background of={made.background} isSmall />
                    )}
                  </span>
                  {name}
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </details>
  )
}
