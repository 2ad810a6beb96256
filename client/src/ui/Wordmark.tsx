import css from './Wordmark.module.css'

/** The paper boat and the name. */
export const Wordmark = () => (
  <span translate="no" className={css['wordmark']}>
    <svg viewBox="0 0 32 28" aria-hidden="true" focusable="false" className={css['boat']}>
      <path d="M16 2 25 16H7z" className={css['sail']} />
      <path d="M16 2v14h9z" className={css['fold']} />
      <path d="M2 16h28l-6 9H8z" className={css['hull']} />
    </svg>
    Escale
  </span>
)
