import type { LucideIcon } from 'lucide-react'

interface IconProps {
  /** An icon of lucide-react, imported by name so that the others stay out of the bundle. */
  readonly of: LucideIcon
  /** In em, so that an icon follows the text beside it. */
  readonly size?: number
  readonly className?: string | undefined
}

/** An icon beside words; never alone with meaning (then give its button an `aria-label`). */
export const Icon = ({ of: Drawing, size = 1.2, className }: IconProps) => (
  <Drawing
    aria-hidden="true"
    focusable="false"
    width={`${size}em`}
    height={`${size}em`}
    strokeWidth={1.9}
    className={className}
  />
)
