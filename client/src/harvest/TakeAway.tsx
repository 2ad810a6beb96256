import { type HarvestFormat, type HarvestPage, isNotes } from '@escale/shared'
import { Copy, Download, Printer } from 'lucide-react'
import { useId, useState } from 'react'
import { at } from '../app/addresses.ts'
import { useLanguage } from '../i18n/language.ts'
import { announce } from '../ui/announce.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Select } from '../ui/Select.tsx'
import panel from './Panel.module.css'
import css from './TakeAway.module.css'
import { useHarvestTexts } from './texts.ts'
import { harvestPath, type ReaderAs } from './use-harvest.ts'

interface TakeAwayProps {
  readonly page: HarvestPage
  readonly session: string
  readonly as: ReaderAs
  readonly names: boolean
}

/** The récolte as files: what each is for, and how to get it. */
export function TakeAway({ page, session, as, names }: TakeAwayProps) {
  const t = useHarvestTexts()
  const [byHand, setByHand] = useState<string | null>(null)
  const walls = page.harvest.sections.filter((section) => section.blocks.some(isNotes))
  const [chosen, setChosen] = useState('')
  // One may have gone meanwhile.
  const pictured = walls.find(({ activity }) => activity === chosen) ?? walls[0]
  // Several on one picture would be small, and no slide any more.
  const alone = walls.length > 1 && pictured ? `&activity=${pictured.activity}` : ''
  const address = (format: HarvestFormat, extra = ''): string =>
    at(`/api${harvestPath(session, as, names, `/${format.id}`)}${extra}`)

  const copy = async (format: HarvestFormat) => {
    const text = fetch(address(format)).then((answer) => {
      if (!answer.ok) throw new Error(`no file: ${answer.status}`)
      return answer.text()
    })
    if (await copyText(text)) announce(t('copied'))
    else setByHand(await text.catch(() => null))
  }

  return (
    <section aria-labelledby="harvest-take" className={panel['panel']}>
      <h2 id="harvest-take" className={panel['title']}>
        {t('take')}
      </h2>
      {names ? <p className={panel['hint']}>{t('takeNamed')}</p> : null}
      {walls.length > 1 && pictured ? (
        <Select
          label={t('pictureOf')}
          value={pictured.activity}
          options={walls.map(({ activity, title }, index) => ({
            value: activity,
            label: `${index + 1}. ${title.trim() || t('untitled')}`,
          }))}
          onChange={setChosen}
        />
      ) : null}
      <ul className={css['formats']}>
        {page.formats.map((format) => (
          <Format
            key={format.id}
            format={format}
            undrawn={format.onlyOurLetters ? (page.undrawn[pictured?.activity ?? ''] ?? []) : []}
            usable={format.use !== 'picture' || pictured !== undefined}
            address={(extra = '') => address(format, format.use === 'picture' ? `${extra}${alone}` : extra)}
            onCopy={() => copy(format)}
          />
        ))}
      </ul>
      <Button variant="quiet" size="s" onClick={() => window.print()}>
        <Icon of={Printer} /> {t('print')}
      </Button>
      <Dialog open={byHand !== null} onClose={() => setByHand(null)} title={t('copyByHand')} width="wide">
        <TextArea
          label={t('copyByHand')}
          hideLabel
          hint={t('copyByHandWhy')}
          readOnly
          rows={14}
          value={byHand ?? ''}
          onFocus={(event) => event.currentTarget.select()}
        />
      </Dialog>
    </section>
  )
}

interface FormatProps {
  readonly format: HarvestFormat
  readonly usable: boolean
  /** What of the wall it cannot show. */
  readonly undrawn: readonly string[]
  readonly address: (extra?: string) => string
  readonly onCopy: () => Promise<void>
}

const SHAPES = ['slide', 'poster'] as const

function Format({ format, usable, undrawn, address, onCopy }: FormatProps) {
  const warning = useId()
  const t = useHarvestTexts()
  const [copied, setCopied] = useState(false)
  const { name, purpose } = format.words[useLanguage()]
  return (
    <li className={css['format']}>
      <span className={css['name']}>{name}</span>
      <span className={css['purpose']}>{usable ? purpose : t('noWall')}</span>
      {usable && undrawn.length > 0 ? <Undrawn id={warning} signs={undrawn} /> : null}
      {usable ? (
        <span className={css['actions']}>
          {format.use === 'picture' ? (
            SHAPES.map((shape) => (
              <GetLink
                key={shape}
                href={address(`&shape=${shape}`)}
                describedBy={undrawn.length > 0 ? warning : undefined}
                label={`${t('downloadOf', { name })}, ${t(shape)}`}
              >
                {t(shape)}
              </GetLink>
            ))
          ) : (
            <GetLink href={address()} label={t('downloadOf', { name })}>
              {t('download')}
            </GetLink>
          )}
          {format.use === 'text' ? (
            <Button
              size="s"
              aria-label={t('copyOf', { name })}
              onClick={() => void onCopy().then(() => setCopied(true))}
            >
              <Icon of={Copy} /> {t('copy')}
            </Button>
          ) : null}
        </span>
      ) : null}
      {copied ? <span className={css['purpose']}>{t('copied')}</span> : null}
    </li>
  )
}

/** Said before somebody shows boxes to a room: what will not be drawn, and which formats have it. */
function Undrawn({ id, signs }: { readonly id: string; readonly signs: readonly string[] }) {
  const t = useHarvestTexts()
  const language = useLanguage()
  const scripts = new Intl.DisplayNames(language, { type: 'script' })
  const said = signs.map((sign) =>
    sign === 'flags' || sign === 'joined' || sign === 'emoji' || sign === 'signs'
      ? t(`undrawn-${sign}`)
      : (scripts.of(sign) ?? sign),
  )
  return (
    <p id={id} className={css['undrawn']}>
      {t('undrawn', { what: new Intl.ListFormat(language).format(said) })}
    </p>
  )
}

const GetLink = ({
  href,
  label,
  describedBy,
  children,
}: {
  readonly href: string
  readonly label: string
  readonly describedBy?: string | undefined
  readonly children: string
}) => (
  <a
    href={href}
    download
    className={buttonClass('secondary', 's')}
    aria-label={label}
    aria-describedby={describedBy}
  >
    <Icon of={Download} /> {children}
  </a>
)
