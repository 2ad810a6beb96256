import css from './Loading.module.css'

/** Something is on its way. Shows nothing at first: most of the time it is there before one would see. */
export const Loading = ({ children }: { readonly children: string }) => (
  <p className={css['loading']} role="status" data-loading="">
    {children}
  </p>
)
