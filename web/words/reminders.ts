import type { Locale } from '../../worker/domain/people/person.ts'

export type ReminderKind = 'bumped' | 'tentative'

type Told = {
  readonly name: string
  /** Null when the reader is the executive himself. */
  readonly executive: string | null
  /** How many dates in a row were given up. */
  readonly moves: number
  /** The time in question, in the reader's zone; null: it has passed. */
  readonly time: string | null
}

type ReminderWords = {
  readonly [K in ReminderKind]: {
    readonly subject: string
    readonly body: (told: Told) => string
  }
}

/** Mails that a manager sends from her own address: they hold nothing that a colleague may not read. */
export const reminders: Readonly<Record<Locale, ReminderWords>> = {
  en: {
    bumped: {
      subject: 'A better time',
      body: ({ name, executive, moves }) =>
        letter(
          `Dear ${name},`,
          `the last ${moves === 2 ? 'two' : moves} times for ${executive ?? 'you'} had to be given up, and that is nobody’s fault. Before I propose others: which days or hours would do in the coming weeks? One line is enough; “not before …” is a fine answer too.`,
          'Thank you',
        ),
    },
    tentative: {
      subject: 'Yes or no?',
      body: ({ name, executive, time }) =>
        letter(
          `Dear ${name},`,
          `this time for ${executive ?? 'you'} still stands as “perhaps”:`,
          time && `- ${time}`,
          'Will it do? Yes and no are both fine; after a no I look for another.',
          'Thank you',
        ),
    },
  },
  fr: {
    bumped: {
      subject: 'Un meilleur moment',
      body: ({ name, executive, moves }) =>
        letter(
          `Bonjour ${name},`,
          `les ${moves === 2 ? 'deux' : moves} derniers horaires ${executive ? `prévus pour ${executive}` : 'prévus pour vous'} n’ont pas pu être tenus, et ce n’est la faute de personne. Avant d’en proposer d’autres\u202f: quels jours ou quelles heures conviendraient dans les semaines à venir\u202f? Une ligne suffit\u202f; «\u202fpas avant …\u202f» est aussi une bonne réponse.`,
          'Merci',
        ),
    },
    tentative: {
      subject: 'Oui ou non\u202f?',
      body: ({ name, executive, time }) =>
        letter(
          `Bonjour ${name},`,
          `cet horaire ${executive ? `pour ${executive}` : 'pour vous'} est toujours marqué «\u202fpeut-être\u202f»\u202f:`,
          time && `- ${time}`,
          'Est-ce que cela ira\u202f? Oui et non conviennent tous deux\u202f; après un non, j’en cherche un autre.',
          'Merci',
        ),
    },
  },
}

/** To somebody who has neither hours nor read what a new one should know: it says nothing of what the hours are for. */
export const notReady: Readonly<
  Record<Locale, { readonly subject: string; readonly body: (name: string) => string }>
> = {
  en: {
    subject: 'Two small things',
    body: (name) =>
      letter(
        `Dear ${name},`,
        'all is ready on our side; two small things are missing: when you may be booked, and a page that takes three minutes to read. Both are there once you have signed in. If something is in the way, one line to me is enough.',
        'Thank you',
      ),
  },
  fr: {
    subject: 'Deux petites choses',
    body: (name) =>
      letter(
        `Bonjour ${name},`,
        'tout est prêt de notre côté\u202f; il manque deux petites choses\u202f: quand vous êtes disponible, et une page qui se lit en trois minutes. Les deux vous attendent après votre connexion. Si quelque chose vous en empêche, une ligne de votre part me suffit.',
        'Merci',
      ),
  },
}

function letter(...paragraphs: readonly (string | null)[]): string {
  return paragraphs.filter((each) => each !== null).join('\n\n')
}
