import { Wordmark } from './Wordmark.tsx'

/** The page of index.html once more, until there is another one: nothing blinks between the two. */
export const Arriving = ({ children }: { readonly children: string }) => (
  <div className="arriving">
    <header>
      <Wordmark />
    </header>
    <p role="status" data-loading="">
      {children}
    </p>
  </div>
)
