import { create } from 'qrcode'
import { useMemo } from 'react'
import css from './QrCode.module.css'
import { useQrTexts } from './qr-texts.ts'

export interface QrCodeProps {
  /** The address to open. */
  readonly value: string
  readonly className?: string | undefined
}

/** Modules of white around the code that scanners need. */
const QUIET = 4

export function QrDrawing({ value, className }: QrCodeProps) {
  const t = useQrTexts()
  const { size, path } = useMemo(() => {
    const { modules } = create(value, { errorCorrectionLevel: 'M' })
    const steps = Array.from({ length: modules.size * modules.size }, (_, at) =>
      modules.data[at] ? `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z` : '',
    )
    return { size: modules.size, path: steps.join('') }
  }, [value])
  const extent = size + 2 * QUIET
  return (
    <svg
      role="img"
      aria-label={t('qr-code', { address: value.split('#')[0] ?? '' })}
      viewBox={`${-QUIET} ${-QUIET} ${extent} ${extent}`}
      shapeRendering="crispEdges"
      className={className}
    >
      {/* Black on white in both themes: scanners want it. */}
      <rect x={-QUIET} y={-QUIET} width={extent} height={extent} className={css['white']} />
      <path d={path} className={css['black']} />
    </svg>
  )
}
