import { expect, test } from 'vitest'

import { formatWordsEn } from '../../../web/words/formats/en.ts'
import { formatWordsFr } from '../../../web/words/formats/fr.ts'
import { formatWords } from '../../../web/words/formats/words.ts'
import { lintOutward } from '../../../worker/domain/letter/discretion.ts'
import {
  MAX_COMMITMENT_CHARACTERS,
  MAX_FORMAT_AVOID_CHARACTERS,
  MAX_FORMAT_CARRY_ON,
  MAX_FORMAT_DOING_CHARACTERS,
  MAX_FORMAT_NAME_CHARACTERS,
  MAX_FORMAT_PREPARE_CHARACTERS,
  MAX_FORMAT_PROMPT_CHARACTERS,
  MAX_FORMAT_PROMPTS,
  MAX_FORMAT_SIGN_CHARACTERS,
  MAX_FORMAT_TEXT_CHARACTERS,
} from '../../../worker/domain/limits.ts'
import { ACT_OF_AIM, AIMS } from '../../../worker/domain/path/aim.ts'
import {
  completeWords,
  fitOf,
  isAsBuiltIn,
  isInCircle,
  whyNotFormat,
} from '../../../worker/domain/path/format.ts'
import {
  CLOSING_TALK,
  FIRST_MEETING,
  HOUSE_FITS,
  STANDARD_FORMATS,
} from '../../../worker/domain/path/house.ts'
import { EVIDENCES, STAGES } from '../../../worker/domain/path/stage.ts'
import { BLOCKERS } from '../../../worker/domain/people/person.ts'
import { aFormat, idOf, theStandards } from '../../support/formats.ts'

const LOCALES = ['en', 'fr'] as const
const between = STANDARD_FORMATS.filter((each) => each !== FIRST_MEETING && each !== CLOSING_TALK)

test('there are some twenty formats of the house, each with all its words in both languages', () => {
  expect(STANDARD_FORMATS.length).toBeGreaterThanOrEqual(20)
  for (const words of [formatWordsEn, formatWordsFr])
    for (const [name, { prompts, carryOn, ...texts }] of Object.entries(words)) {
      expect(Object.values(texts).every(Boolean), name).toBe(true)
      expect(prompts.length, name).toBeGreaterThanOrEqual(2)
      expect(carryOn.length, name).toBeGreaterThanOrEqual(1)
    }
})

test('no word of the house would give an hour away, wherever it is read', () => {
  for (const locale of LOCALES)
    for (const standard of STANDARD_FORMATS) {
      const body = Object.values(formatWords({ standard }, locale)).flat().join('\n')
      expect(lintOutward({ body }, { forbiddenWords: [], hiddenNames: [] }), standard).toEqual([])
    }
})

test('what the house says could be typed by a programme', () => {
  for (const locale of LOCALES)
    for (const standard of STANDARD_FORMATS) {
      const { name, prompts, avoid, prepare, doing, carryOn, sign, text, executiveText } = formatWords(
        { standard },
        locale,
      )
      const lengths: readonly (readonly [readonly string[], number])[] = [
        [[name], MAX_FORMAT_NAME_CHARACTERS],
        [prompts, MAX_FORMAT_PROMPT_CHARACTERS],
        [[avoid], MAX_FORMAT_AVOID_CHARACTERS],
        [[prepare], MAX_FORMAT_PREPARE_CHARACTERS],
        [[doing], MAX_FORMAT_DOING_CHARACTERS],
        [carryOn, MAX_COMMITMENT_CHARACTERS],
        [[sign], MAX_FORMAT_SIGN_CHARACTERS],
        [[text, executiveText], MAX_FORMAT_TEXT_CHARACTERS],
      ]
      for (const [texts, most] of lengths)
        for (const each of texts) expect(each.length, `${standard}: ${each}`).toBeLessThanOrEqual(most)
      expect(prompts.length).toBeLessThanOrEqual(MAX_FORMAT_PROMPTS)
      expect(carryOn.length).toBeLessThanOrEqual(MAX_FORMAT_CARRY_ON)
    }
})

const everyStageAndAim = STAGES.flatMap((stage) => AIMS.map((aim) => ({ stage, aim })))

test.each(everyStageAndAim)('$stage, towards $aim: two formats make sense at least', ({ stage, aim }) => {
  const fitting = possibleAt(stage).filter((each) => HOUSE_FITS[each].aims.includes(aim))
  expect(fitting.length).toBeGreaterThanOrEqual(2)
})

test.each(STAGES.flatMap((stage) => BLOCKERS.map((blocker) => ({ stage, blocker }))))(
  '$stage: one format suits “$blocker” at least',
  ({ stage, blocker }) => {
    expect(possibleAt(stage).filter((each) => HOUSE_FITS[each].blockers.includes(blocker))).not.toEqual([])
  },
)

test('each aim has a format that leads to its act, and serves it', () => {
  for (const aim of AIMS)
    expect(
      between.filter(
        (each) => HOUSE_FITS[each].act === ACT_OF_AIM[aim] && HOUSE_FITS[each].aims.includes(aim),
      ),
    ).not.toEqual([])
})

test('a format of the house waits only for practice that can be had by its own stage', () => {
  for (const standard of STANDARD_FORMATS)
    for (const before of HOUSE_FITS[standard].after) {
      expect(HOUSE_FITS[before].act).toBeNull()
      expect(STAGES.indexOf(HOUSE_FITS[before].stage)).toBeLessThanOrEqual(
        STAGES.indexOf(HOUSE_FITS[standard].stage),
      )
    }
})

test('a programme without a word of its own has the fit of the house, its formats by their ids', () => {
  const all = theStandards()
  const quiet = all.find(({ standard }) => standard === 'quiet-voice') ?? aFormat()
  expect(fitOf(quiet, all)).toMatchObject({ stage: 'reading', after: [idOf('unfiltered-listening')] })
  expect(isAsBuiltIn(quiet)).toBe(true)

  const fit = { ...fitOf(quiet, all), stage: 'posting', after: [] } as const
  expect(fitOf({ ...quiet, fit }, all)).toEqual(fit)
  expect(isAsBuiltIn({ ...quiet, fit })).toBe(false)
  expect(isAsBuiltIn({ ...quiet, words: completeWords({ name: 'Own' }) })).toBe(false)
  expect(fitOf(aFormat(), all)).toMatchObject({ stage: 'curious', act: null, aims: AIMS, after: [] })
})

test('formats that would wait for one another are found', () => {
  const fit = { ...fitOf(aFormat(), []), after: [idOf('quiet-voice')] }
  const own = aFormat({ fit })
  const quiet = theStandards().find(({ standard }) => standard === 'quiet-voice') ?? aFormat()
  const back = { ...quiet, fit: { ...fit, after: [own.id] } }
  expect(isInCircle(own, [...theStandards(), own])).toBe(false)
  expect(isInCircle(back, [...theStandards(), own])).toBe(true)
  expect(isInCircle({ ...own, fit: { ...fit, after: [own.id] } }, [own])).toBe(true)
})

test('a suggested commitment that would give it away is refused, and so is a format that is not there', () => {
  const carryOn = ['Learn one thing']
  const words = completeWords({ name: 'Two letters', carryOn })
  const policy = { forbiddenWords: ['petunia'], allowedWords: [] }
  expect(whyNotFormat(aFormat({ words }), policy, [])).toEqual({
    reason: 'outward-words',
    found: [{ field: 'carryOn', word: 'Learn' }],
  })
  const petunia = completeWords({ name: 'Two letters', carryOn: ['Plant a petunia'] })
  expect(whyNotFormat(aFormat({ words: petunia }), policy, [])).toMatchObject({
    found: [{ word: 'petunia' }],
  })

  const fit = { ...fitOf(aFormat(), []), after: [idOf('quiet-voice')] }
  expect(whyNotFormat(aFormat({ fit }), policy, [])).toEqual({ reason: 'no-such-format' })
  expect(whyNotFormat(aFormat({ fit }), policy, theStandards())).toBeNull()
})

/** The formats for somebody at this stage who was seen to do all that comes before it. */
function possibleAt(stage: (typeof STAGES)[number]) {
  const reached = STAGES.indexOf(stage)
  return between.filter((each) => {
    const { stage: from, act } = HOUSE_FITS[each]
    return STAGES.indexOf(from) <= reached && (act === null || EVIDENCES.indexOf(act) >= reached)
  })
}
