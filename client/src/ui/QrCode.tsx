import { lazy, Suspense } from 'react'
import css from './QrCode.module.css'
import type { QrCodeProps } from './QrDrawing.tsx'

const QrDrawing = lazy(async () => ({ default: (await import('./QrDrawing.tsx')).QrDrawing }))

/** A square; its size is its container's width. The drawing code is loaded when one is shown. */
export const QrCode = ({ value, className }: QrCodeProps) => (
  <div translate="no" className={css['frame']}>
    <Suspense>
      <QrDrawing value={value} className={className} />
    </Suspense>
  </div>
)
