import type { Locale } from '../../worker/domain/people.ts'

type ReminderWords = {
  readonly subject: string
  readonly body: (name: string, executive: string | null, times: string) => string
}

/** The mail a manager sends from her own address when an offer was not answered. */
export const reminders: Readonly<Record<Locale, ReminderWords>> = {
  en: {
    subject: 'Three times, and your word',
    body: (name, executive, times) =>
      `Dear ${name},\n\n${executive ? `these times are still being held for ${executive}` : 'these times are still being held for you'}:\n\n${times}\n\nOne tap in the mail I sent fixes one of them; “none of these” is a fine answer too.\n\nThank you`,
  },
  fr: {
    subject: 'Trois horaires, et votre réponse',
    body: (name, executive, times) =>
      `Bonjour ${name},\n\n${executive ? `ces horaires sont encore réservés pour ${executive}` : 'ces horaires vous sont encore réservés'} :\n\n${times}\n\nUn clic dans mon message en fixe un ; « aucun de ces horaires » est aussi une bonne réponse.\n\nMerci`,
  },
}
