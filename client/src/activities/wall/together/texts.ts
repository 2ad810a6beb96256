import { createTexts } from '../../../i18n/create-texts.ts'

const fr = {
  writing_one: '{{count}} personne écrit…',
  writing_many: '{{count}} personnes écrivent…',
  writing_other: '{{count}} personnes écrivent…',
  'names-write_one': '{{names}} écrit…',
  'names-write_many': '{{names}} écrivent…',
  'names-write_other': '{{names}} écrivent…',
  'names-two': '{{first}} et {{last}}',
  'names-more_one': '{{names}} et {{count}} autre',
  'names-more_many': '{{names}} et {{count}} autres',
  'names-more_other': '{{names}} et {{count}} autres',
  here_one: '{{count}} au mur',
  here_many: '{{count}} au mur',
  here_other: '{{count}} au mur',
} as const

const en = {
  writing_one: '{{count}} person is writing…',
  writing_other: '{{count}} people are writing…',
  'names-write_one': '{{names}} is writing…',
  'names-write_other': '{{names}} are writing…',
  'names-two': '{{first}} and {{last}}',
  'names-more_one': '{{names}} and {{count}} other',
  'names-more_other': '{{names}} and {{count}} others',
  here_one: '{{count}} at the wall',
  here_other: '{{count}} at the wall',
} as const

export const useTogetherTexts = createTexts('wall-together', { fr, en })
