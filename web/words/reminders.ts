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
          `The last ${moves === 2 ? 'two' : moves} times for ${executive ?? 'you'} had to be given up, and that is nobody’s fault. Before I propose others: which days or hours would suit in the coming weeks? One line is enough; “not before …” is fine too.`,
          'Thank you',
        ),
    },
    tentative: {
      subject: 'Yes or no?',
      body: ({ name, executive, time }) =>
        letter(
          `Dear ${name},`,
          `This time for ${executive ?? 'you'} is still marked “perhaps”:`,
          time && `- ${time}`,
          'Does it suit? Yes and no are both fine; if it is a no, I will look for another.',
          'Thank you',
        ),
    },
  },
  fr: {
    bumped: {
      subject: 'Un meilleur créneau',
      body: ({ name, executive, moves }) =>
        letter(
          `Bonjour ${name},`,
          `les ${moves === 2 ? 'deux' : moves} derniers rendez-vous ${executive ? `prévus pour ${executive}` : 'prévus pour vous'} n’ont pas pu être tenus, et ce n’est la faute de personne. Avant d’en proposer d’autres\u202f: quels jours ou quelles heures conviendraient dans les semaines à venir\u202f? Un mot suffit\u202f; «\u202fpas avant le …\u202f» est aussi une bonne réponse.`,
          'Merci',
        ),
    },
    tentative: {
      subject: 'Oui ou non\u202f?',
      body: ({ name, executive, time }) =>
        letter(
          `Bonjour ${name},`,
          `ce rendez-vous ${executive ? `pour ${executive}` : 'pour vous'} est toujours noté «\u202fpeut-être\u202f»\u202f:`,
          time && `- ${time}`,
          'Est-ce que cela convient\u202f? Un oui comme un non me suffit\u202f; si c’est non, j’en chercherai un autre.',
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
        'Everything is ready on our side; two small things are missing: when you can be booked, and a page that takes three minutes to read. You find both once you have signed in. If something is in the way, one line to me is enough.',
        'Thank you',
      ),
  },
  fr: {
    subject: 'Deux petites choses',
    body: (name) =>
      letter(
        `Bonjour ${name},`,
        'tout est prêt de notre côté\u202f; il manque deux petites choses\u202f: vos disponibilités, et une page à lire en trois minutes. Les deux vous attendent après votre connexion. En cas de difficulté, un mot de votre part me suffit.',
        'Merci',
      ),
  },
}

function letter(...paragraphs: readonly (string | null)[]): string {
  return paragraphs.filter((each) => each !== null).join('\n\n')
}
