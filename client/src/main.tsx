import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/base.css'
import { App } from './app/App.tsx'
import { restoreTheme } from './app/theme.ts'
import { watchForTranslation } from './app/when-translated.ts'
import { proposeLanguage } from './i18n/language.ts'
import { wearDisplayFontUnlessAtDoor } from './styles/display-font.ts'
import { putStylesInOrder } from './styles/styles-in-order.ts'
import { prepareAnnouncements } from './ui/announce.ts'

putStylesInOrder()
watchForTranslation()
restoreTheme()
wearDisplayFontUnlessAtDoor()
proposeLanguage()
prepareAnnouncements()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
