import type { Locale } from '../../worker/domain/people/person.ts'
import { list, table } from './markdown.ts'
import { measureLines } from './measures.ts'
import { type Risk, RISKS, stepText } from './risks.ts'

type Words = {
  readonly head: readonly string[]
  readonly what: string
  readonly measures: string
  readonly remains: string
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    head: ['risk', 'severity', 'likelihood without measures', 'with them', 'your judgement'],
    what: 'What could happen',
    measures: 'What Sotto does, and where',
    remains: 'What remains',
  },
  fr: {
    head: ['risque', 'gravité', 'vraisemblance sans mesures', 'avec elles', 'votre appréciation'],
    what: 'Ce qui peut arriver',
    measures: 'Ce que fait Sotto, et où',
    remains: 'Ce qui reste',
  },
}

/** Each risk in a section of its own. */
export function riskSections(locale: Locale): string {
  const { what, measures, remains } = WORDS[locale]
  const colon = locale === 'fr' ? '\u202f:' : ':'
  return all()
    .map((risk, index) =>
      [
        `### ${index + 1}. ${risk[locale].title}`,
        `**${what}**${colon} ${risk[locale].what}`,
        `**${measures}**${colon}`,
        list(measureLines(locale, risk.measures)),
        `**${remains}**${colon} ${risk[locale].remains}`,
      ].join('\n\n'),
    )
    .join('\n\n')
}

/** All of them in one table, with room for the reader’s own judgement. */
export function riskTable(locale: Locale): string {
  return table(
    WORDS[locale].head,
    all().map((risk, index) => [
      `${index + 1}. ${risk[locale].title}`,
      ...[risk.severity, risk.likelihood, risk.likelihoodAfter].map((each) => stepText(each, locale)),
      '',
    ]),
  )
}

function all(): readonly Risk[] {
  return [...RISKS.executives, ...RISKS.others]
}
