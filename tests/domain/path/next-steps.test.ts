import { expect, test } from 'vitest'

import { ownReasonWords, reasonWords } from '../../../web/words/path/words.ts'
import { AIMS } from '../../../worker/domain/path/aim.ts'
import { nextSteps, type StepReason } from '../../../worker/domain/path/next-steps.ts'
import { pathAfter } from '../../../worker/domain/path/path.ts'
import { EVIDENCES } from '../../../worker/domain/path/stage.ts'
import { BLOCKERS } from '../../../worker/domain/people/person.ts'
import { aFormat, idOf, theStandards } from '../../support/formats.ts'
import { aPath, aStep, namesOf } from '../../support/paths.ts'

const LOCALES = ['en', 'fr'] as const
const formats = theStandards()
const without = (...away: readonly string[]) =>
  formats.map((each) => ({ ...each, isArchived: away.includes(each.standard ?? '') }))

test('the first meeting comes before all others, and once', () => {
  const [first, second] = nextSteps(aPath({ hasMet: false, steps: [] }))
  expect(first).toMatchObject({ format: { standard: 'first-meeting' }, reasons: [{ code: 'first-meeting' }] })
  expect(second?.format.standard).toBe('read-with-me')

  const cutShort = [aStep('first-meeting', 1, { wasCutShort: true, done: 'no' })]
  expect(namesOf(nextSteps(aPath({ steps: cutShort })))).not.toContain('first-meeting')
})

test('whoever has met before there was a first meeting begins with what he needs', () => {
  expect(namesOf(nextSteps(aPath({ steps: [] })))[0]).toBe('read-with-me')
})

test('whoever was not seen yet reads first, whatever the aim; what suits the blocker comes before the rest', () => {
  for (const aim of AIMS) {
    expect(namesOf(nextSteps(aPath({ aim, blockers: ['booked'] })))[0]).toBe('read-with-me')
    expect(namesOf(nextSteps(aPath({ aim, blockers: ['on-the-go'], byPhone: true })))[0]).toBe('read-along')
  }
  expect(namesOf(nextSteps(aPath({ aim: 'filters', blockers: ['handled'] })))[0]).toBe('three-threads')
})

test('whoever was seen reading goes for the aim', () => {
  const acts = ['reading'] as const
  const first = (parts: Parameters<typeof aPath>[0]) => namesOf(nextSteps(aPath({ acts, ...parts })))[0]
  expect(first({ aim: 'scale' })).toBe('one-question')
  expect(first({ aim: 'align' })).toBe('first-post')
  expect(first({ aim: 'align', blockers: ['on-the-go'] })).toBe('voice-to-post')
  expect(first({ aim: 'filters', acts: ['reading', 'answering'] })).toBe('ask-the-network')
  expect(first({ aim: null })).toBe('one-question')
})

test('what leads first to an act that was seen is over; practice stays', () => {
  const names = namesOf(nextSteps(aPath({ aim: 'scale', acts: ['reading', 'answering'] })))
  expect(names).not.toContain('read-with-me')
  expect(names).not.toContain('one-question')
  expect(names[0]).toBe('answer-once')
})

test('what was cut short, or not done, comes once more at once, smaller; what was done does not', () => {
  const failed = (parts: Parameters<typeof aStep>[2]) =>
    nextSteps(aPath({ steps: [aStep('first-meeting', 0), aStep('read-with-me', 1, parts)] }))
  expect(failed({ wasCutShort: true })[0]).toMatchObject({
    format: { standard: 'read-with-me' },
    isSmaller: true,
    reasons: [{ code: 'smaller' }, { code: 'cut-short' }, { code: 'leads-to', act: 'reading' }],
  })
  expect(failed({ done: 'no' })[0]?.reasons[1]).toEqual({ code: 'not-done' })
  for (const done of ['yes', 'partly', null] as const)
    expect(namesOf(failed({ done }))).not.toContain('read-with-me')
})

test('what was not done in the last but one comes first too: the log of the last one says so', () => {
  const steps = [aStep('read-with-me', 1, { done: 'no' }), aStep('read-along', 2)]
  expect(nextSteps(aPath({ steps }))[0]).toMatchObject({
    format: { standard: 'read-with-me' },
    isSmaller: true,
  })
})

test('where they meet by telephone, what works so comes before what needs a screen', () => {
  const first = (byPhone: boolean) =>
    namesOf(nextSteps(aPath({ acts: ['reading'], aim: 'align', byPhone })))[0]
  expect([first(false), first(true)]).toEqual(['first-post', 'voice-to-post'])
})

test('… and not a third time', () => {
  const twice = [1, 2].map((count) => aStep('read-with-me', count, { done: 'no' }))
  expect(namesOf(nextSteps(aPath({ steps: twice })))).not.toContain('read-with-me')
})

test('what failed longer ago waits behind what is new', () => {
  const steps = [
    aStep('read-with-me', 1, { done: 'no' }),
    aStep('your-ten-minutes', 2),
    aStep('who-answers-for-you', 3),
  ]
  const names = namesOf(nextSteps(aPath({ steps })))
  expect(names[0]).toBe('read-along')
  expect(names.indexOf('read-with-me')).toBeGreaterThan(names.indexOf('three-threads'))
})

test('what needs another format waits for it, unless that one was put away', () => {
  const reading = { acts: ['reading'], aim: 'filters' } as const
  expect(namesOf(nextSteps(aPath(reading)))).not.toContain('quiet-voice')
  const heard = [aStep('unfiltered-listening', 1)]
  expect(namesOf(nextSteps(aPath({ ...reading, steps: heard })))).toContain('quiet-voice')
  expect(namesOf(nextSteps(aPath({ ...reading, formats: without('unfiltered-listening') })))).toContain(
    'quiet-voice',
  )
})

test('what was chosen for this executive comes before the rest, as soon as it makes sense', () => {
  const written = [idOf('three-readers'), idOf('walking-call'), idOf('read-along')]
  const curious = nextSteps(aPath({ written }))
  expect(namesOf(curious).slice(0, 2)).toEqual(['walking-call', 'read-along'])
  expect(curious[0]?.reasons).toContainEqual({ code: 'written' })
  const answering = aPath({ written, acts: ['reading', 'answering'] })
  expect(namesOf(nextSteps(answering))[0]).toBe('three-readers')
})

test('once the aim was reached its habits come, then the closing talk, then the rest', () => {
  const acts = ['reading', 'answering'] as const
  const open = namesOf(nextSteps(aPath({ aim: 'scale', acts })))
  expect(open.indexOf('closing-talk')).toBeGreaterThan(open.indexOf('answer-once'))
  expect(open.indexOf('closing-talk')).toBeLessThan(open.indexOf('your-reasoning'))

  const serving = formats.filter(({ standard }) =>
    open.slice(0, open.indexOf('closing-talk')).includes(standard),
  )
  const steps = serving.map(({ standard }, index) => aStep(standard ?? 'read-along', index))
  const next = nextSteps(aPath({ aim: 'scale', acts, steps }))
  expect(next[0]).toMatchObject({
    format: { standard: 'closing-talk' },
    reasons: [{ code: 'aim-seen', aim: 'scale' }],
  })
})

test('when everything has come, the closing talk is left, and says so; after it nothing', () => {
  const steps = formats.map(({ standard }, index) => aStep(standard ?? 'read-along', index))
  const next = nextSteps(aPath({ steps, acts: EVIDENCES }))
  expect(next.map(({ reasons }) => reasons)).toEqual([[{ code: 'walked-through' }]])
  expect(nextSteps(aPath({ hasClosed: true }))).toEqual([])
})

test('a programme’s own format without a place fits everybody, behind what leads on', () => {
  const own = aPath({ formats: [...formats, aFormat()] })
  const names = nextSteps(own).map(({ format }) => format.id)
  expect(names).toContain('fmt_own')
  expect(names[0]).toBe(idOf('read-with-me'))
  const [only] = nextSteps(aPath({ formats: [aFormat()] }))
  expect(only).toMatchObject({ format: { id: 'fmt_own' }, reasons: [{ code: 'not-yet' }] })
})

test('the path after a log knows the act, the step, and what became of the commitment before', () => {
  const path = aPath({ steps: [aStep('read-with-me', 1)] })
  const after = pathAfter(path, {
    step: aStep('read-along', 2, { wasCutShort: true }),
    isClosing: false,
    evidence: 'reading',
    before: { sessionId: 'ses_1', done: 'no' },
  })
  expect(after).toEqual({
    hasStages: true,
    acts: ['reading'],
    hasMet: true,
    hasClosed: false,
    steps: [aStep('read-with-me', 1, { done: 'no' }), aStep('read-along', 2, { wasCutShort: true })],
    track: null,
  })
  const again = { step: aStep('read-along', 2), isClosing: true, evidence: 'reading', before: null } as const
  expect(pathAfter(after, again)).toMatchObject({ acts: ['reading'], hasClosed: true, steps: [{}, {}] })
})

const REASONS: readonly StepReason[] = [
  ...(['first-meeting', 'smaller', 'not-done', 'cut-short', 'written', 'phone'] as const).map((code) => ({
    code,
  })),
  ...EVIDENCES.flatMap((act) => (['leads-to', 'habit'] as const).map((code) => ({ code, act }))),
  ...AIMS.flatMap((aim) => (['aim', 'aim-seen'] as const).map((code) => ({ code, aim }))),
  ...BLOCKERS.map((blocker) => ({ code: 'blocker', blocker }) as const),
  { code: 'track-step' },
  { code: 'walked-through' },
  { code: 'not-yet' },
]

test('every reason is a sentence in both languages, and names what it is about', () => {
  for (const wordsOf of [reasonWords, ownReasonWords]) {
    const said = LOCALES.flatMap((locale) => wordsOf(REASONS, locale))
    expect(new Set(said).size).toBe(2 * REASONS.length)
    for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
  }
})

test('to the executive each reason says “you”, and never speaks of the reader as of somebody else', () => {
  const you = { en: /\byou(?:r|rs|rself)?\b/iu, fr: /\b(?:vous|votre|vos)\b/iu }
  const others = {
    en: /\b(?:executive|workshop|person|he|him|his|she|her|hers|they|them|their)\b/iu,
    fr: /\b(?:dirigeante?|atelier|personne|il|elle|lui|son|sa|ses|leur|leurs)\b/iu,
  }
  for (const locale of LOCALES) {
    for (const sentence of ownReasonWords(REASONS, locale)) {
      expect(sentence).toMatch(you[locale])
      expect(sentence).not.toMatch(others[locale])
    }
    expect(reasonWords(REASONS, locale).filter((each) => you[locale].test(each))).toEqual([])
  }
})

test('without stages formats come in the order of the list, whatever they lead to, and nothing says what was seen', () => {
  const path = aPath({ hasStages: false })
  const inOrder = path.formats
    .map(({ standard }) => standard)
    .filter((each) => each !== 'first-meeting' && each !== 'quiet-voice' && each !== 'closing-talk')
  expect(namesOf(nextSteps(path))).toEqual(inOrder)
  const codes = nextSteps(path).flatMap(({ reasons }) => reasons.map(({ code }) => code))
  expect(codes).not.toContain('leads-to')
  expect(codes).not.toContain('habit')

  const suited = namesOf(nextSteps(aPath({ hasStages: false, aim: 'align', blockers: ['handled'] })))
  expect(suited[0]).toBe('three-threads')
  const walked = path.formats.flatMap(({ standard }, at) => (standard ? [aStep(standard, at)] : []))
  const [last] = nextSteps(aPath({ hasStages: false, steps: walked.slice(0, -1) }))
  expect(last?.format.standard).toBe('closing-talk')
})
