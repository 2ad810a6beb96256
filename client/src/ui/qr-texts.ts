import { createTexts } from '../i18n/create-texts.ts'

export const useQrTexts = createTexts('qr', {
  fr: { 'qr-code': 'QR code vers {{address}}' },
  en: { 'qr-code': 'QR code for {{address}}' },
})
