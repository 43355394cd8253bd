import { expect, test } from 'vitest'

import { lintOutward } from '../../worker/domain/letter/discretion.ts'
import type { ClosingLetter, OwnList } from '../../worker/domain/letter/letter.ts'
import { decideClosingLetter } from '../../worker/domain/programme/closing-letter.ts'
import { anInvite, anOutcome, aReader, linksIn, write } from '../support/letters.ts'
import { aRound } from '../support/mornings.ts'
import { aSituation } from '../support/situations.ts'
import { between } from '../support/times.ts'

const LIST: OwnList = {
  held: [
    between('2027-03-16T09:00Z', '2027-03-16T09:30Z'),
    between('2027-04-06T08:00Z', '2027-04-06T08:20Z'),
  ],
  commitments: [
    { words: 'Answer one question', done: 'partly' },
    { words: 'Read one thread', done: null },
  ],
  stage: 'answering',
}

test('the last letter says when he met, what he meant to do and how far he came, in his language', () => {
  const english = write(aParting('en', LIST)).text
  expect(english).toContain('You met:\nTuesday 16 March 2027, 30 minutes\nTuesday 6 April 2027, 20 minutes')
  expect(english).toContain(
    '“Answer one question” (done in part)\n“Read one thread” (not known whether done)',
  )
  expect(english).toContain('You were seen answering in the open.')
  expect(english).toContain('only Nadia Haddad reads the answers')
  expect(english).toContain('until Tuesday 13 July 2027')

  const french = write(aParting('fr', LIST)).text
  expect(french).toMatch(
    /mardi 16 mars 2027, 30 minutes[^]*«\u202fAnswer one question\u202f» \(fait en partie\)/,
  )
  expect(french).toContain('jusqu’au mardi 13 juillet 2027')
})

test('of each thing he meant to do it says his own word and what was seen, side by side', () => {
  const both = { words: 'Ask one colleague in', done: 'partly', saidDone: 'yes' } as const
  const said = { words: 'Post a thought', done: null, saidDone: 'no' } as const
  const list = { ...LIST, commitments: [both, said] }
  expect(write(aParting('en', list)).text).toContain(
    '“Ask one colleague in” (you say: done) (seen: done in part)\n“Post a thought” (you say: not done)',
  )
})

test('what says too much stays on his page alone, and the last letter says that there is more', () => {
  const list = { ...LIST, commitments: [...LIST.commitments, { words: 'Mentor a colleague', done: null }] }
  for (const locale of ['en', 'fr'] as const) {
    const { text, html } = write(aParting(locale, list))
    expect(lintOutward({ body: text + html }, { forbiddenWords: [], hiddenNames: [] })).toEqual([])
    expect(text).toContain('Answer one question')
    expect(text).toContain(locale === 'en' ? 'on your page alone' : 'que sur votre page')
  }
  expect(write(aParting('en', LIST)).text).not.toContain('on your page alone')
})

test('who never met is promised no questions; who was not seen to act is told nothing of it', () => {
  const { text } = write(aParting('en', { held: [], commitments: [], stage: 'curious' }))
  expect(text).toContain('No meeting took place.')
  expect(text).not.toMatch(/questions|seen/)
})

test('its subject and sender give nothing away, and it names nobody but its reader and who sends it', () => {
  for (const locale of ['en', 'fr'] as const) {
    const { subject, fromName, text, html } = write(aParting(locale, LIST))
    const words = { subject, fromName, body: [text, html].join('\n') }
    expect(lintOutward(words, { forbiddenWords: [], hiddenNames: ['Tom Leroy'] })).toEqual([])
    expect(`${subject} ${fromName}`).not.toMatch(/Bernard|question|minutes/)
    expect(linksIn(text)).toEqual(['/own'])
  }
})

test('a mail with a pulse question has one neutral line with its own link, and the calendar part has none of it', () => {
  for (const locale of ['en', 'fr'] as const) {
    const reader = aReader({ locale })
    const [asking, silent] = [anInvite({ reader, asks: 'midway' }), anInvite({ reader })].map(write)
    expect(linksIn(asking?.text ?? '')).toEqual(['/invite', '/pulse'])
    expect(linksIn(silent?.text ?? '')).toEqual(['/invite'])
    expect(asking?.calendar).toEqual(silent?.calendar)
    expect(asking?.html).toContain('/pulse?')
    const words = { subject: asking?.subject ?? '', body: asking?.text ?? '' }
    expect(lintOutward(words, { forbiddenWords: [], hiddenNames: [] })).toEqual([])
    expect(linksIn(write(anOutcome({ reader, asks: 'end' })).text)).toContain('/pulse')
  }
})

function aParting(locale: 'en' | 'fr', list: OwnList): ClosingLetter {
  const situation = aSituation()
  const executive = { ...situation.executive, locale }
  const decision = decideClosingLetter({ ...situation, executive, session: aRound() }, list, '2027-07-13')
  const letter = decision.letters[0]?.letter
  if (letter?.kind !== 'closing') throw new Error('no letter')
  // An id that the test's links know.
  return { ...letter, linkId: `lnk_${'0'.repeat(22)}` }
}
