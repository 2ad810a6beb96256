import { limits } from '@escale/shared'
import { PICTURE_ALT_MAX_CHARS, type SlideDefinition } from '@escale/shared/activities/slide'
import { Trash2 } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PictureUpload } from '../kit/PictureUpload.tsx'
import { usePictureAddress } from '../kit/session-id.ts'
import css from './Editor.module.css'
import { useSlideTexts } from './texts.ts'

type Picture = SlideDefinition['picture']

interface PictureEditorProps {
  readonly picture: Picture
  readonly onChange: (picture: Picture) => void
}

/** Choose, send, describe, credit, replace, remove. */
export function PictureEditor({ picture, onChange }: PictureEditorProps) {
  const t = useSlideTexts()
  const address = usePictureAddress()
  return (
    <>
      {picture === null ? null : (
        <div className={css['picture']}>
          <img src={address(picture.picture)} alt={picture.alt} />
          <div className={css['fields']}>
            <TextArea
              label={t('alt')}
              hint={t('alt-hint')}
              value={picture.alt}
              maxLength={PICTURE_ALT_MAX_CHARS}
              rows={2}
              className={css['wide']}
              onChange={(e) => onChange({ ...picture, alt: e.target.value })}
            />
            {picture.alt.trim() === '' ? (
              <Notice tone="warning" className={css['wide'] ?? ''}>
                {t('alt-missing')}
              </Notice>
            ) : null}
            <Field
              label={t('credit-label')}
              hint={t('credit-hint')}
              optional
              value={picture.credit}
              maxLength={limits.LABEL_MAX_CHARS}
              className={css['wide']}
              onChange={(e) => onChange({ ...picture, credit: e.target.value })}
            />
          </div>
        </div>
      )}
      <PictureUpload
        label={t(picture ? 'change-picture' : 'add-picture')}
        onArrived={(id) => onChange({ picture: id, alt: '', credit: picture?.credit ?? '' })}
      >
        {picture ? (
          <Button size="s" variant="quiet" onClick={() => onChange(null)}>
            <Icon of={Trash2} /> {t('remove-picture')}
          </Button>
        ) : null}
      </PictureUpload>
    </>
  )
}
