import css from './VoyageDrawing.module.css'

/** What is drawn within `Voyage`. */
const VoyageDrawing = () => (
  <>
    <path
      d="M14 236C70 150 118 120 168 150s70 118 138 96 62-142 128-160 84 24 112 4"
      className={css['route']}
    />
    <g transform="translate(118 92) rotate(-6)">
      <rect width="74" height="74" rx="3" className={css['note0']} />
      <path d="M13 22h46M13 36h40M13 50h26" className={css['words']} />
    </g>
    <g transform="translate(262 206) rotate(5)">
      <rect width="74" height="74" rx="3" className={css['note4']} />
      <path d="M13 22h38M13 36h46M13 50h32" className={css['words']} />
    </g>
    <g transform="translate(352 40) rotate(-4)">
      <rect width="74" height="74" rx="3" className={css['note5']} />
      <path d="M13 22h42M13 36h24" className={css['words']} />
    </g>
    <g transform="translate(214 66) rotate(8)">
      <rect width="52" height="52" rx="3" className={css['note2']} />
      <path d="M10 17h30M10 29h20" className={css['words']} />
    </g>
    <circle cx="14" cy="236" r="7" className={css['stop']} />
    <g transform="translate(498 38) rotate(4)" className={css['boat']}>
      <path d="M24 0 38 22H10z" className={css['sail']} />
      <path d="M24 0v22h14z" className={css['fold']} />
      <path d="M2 24h44l-9 15H11z" className={css['hull']} />
    </g>
  </>
)
export default VoyageDrawing
