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
          `les ${moves === 2 ? 'deux' : moves} derniers horaires ${executive ? `prévus pour ${executive}` : 'prévus pour vous'} n’ont pas pu être tenus, et ce n’est la faute de personne. Avant d’en proposer d’autres : quels jours ou quelles heures conviendraient dans les semaines à venir ? Une ligne suffit ; « pas avant … » est aussi une bonne réponse.`,
          'Merci',
        ),
    },
    tentative: {
      subject: 'Oui ou non ?',
      body: ({ name, executive, time }) =>
        letter(
          `Bonjour ${name},`,
          `cet horaire ${executive ? `pour ${executive}` : 'pour vous'} est toujours marqué « peut-être » :`,
          time && `- ${time}`,
          'Est-ce que cela ira ? Oui et non conviennent tous deux ; après un non, j’en cherche un autre.',
          'Merci',
        ),
    },
  },
}

function letter(...paragraphs: readonly (string | null)[]): string {
  return paragraphs.filter((each) => each !== null).join('\n\n')
}
