import { expect, test } from 'vitest'

import { wordsFor } from '../../web/words/pages/words.ts'
import { lintOutward } from '../../worker/domain/letter/discretion.ts'
import {
  aFrame,
  assets,
  aLogPage,
  anAnswerPage,
  anInvitePage,
  attributeOf,
  openInvite,
  openLog,
  openOffer,
  sender,
  tagsOf,
  threeTimes,
  wordsOf,
} from '../support/pages.tsx'
import { at, between } from '../support/times.ts'

const checkedIn = (html: string) =>
  tagsOf(html, 'input')
    .filter((tag) => / checked/.test(tag))
    .map((tag) => attributeOf(tag, 'value'))

test('the time that was tapped in the mail is chosen, and one press confirms it', () => {
  const html = anAnswerPage({ ...openOffer, chosen: 'opt_2' })
  expect(checkedIn(html)).toEqual(['opt_2'])
  expect(tagsOf(html, 'button')).toHaveLength(1)
  expect(tagsOf(html, 'form').map((tag) => attributeOf(tag, 'method'))).toEqual(['post'])
})

test('a link opened without a choice chooses nothing for anybody', () => {
  expect(checkedIn(anAnswerPage(openOffer))).toEqual([])
})

test('a time is told on both clocks where they differ, and on one where they agree', () => {
  const far = wordsOf(anAnswerPage(openOffer, { frame: aFrame({ zone: 'America/New_York' }) }))
  expect(far).toContain(
    'Tuesday 23 March 2027 05:00 – 05:30 New York time (UTC−4) 10:00–10:30 Paris time (UTC+1)',
  )
  const near = wordsOf(anAnswerPage(openOffer, { executiveZone: 'Europe/Brussels' }))
  expect(near).toContain('10:00 – 10:30 Paris time (UTC+1)')
  expect(near).not.toContain('Brussels')
})

test('an executive reads the clock of where he will be first, for each time its own', () => {
  const [first] = threeTimes
  const executiveZone = (moment: number) => (moment === first.start ? 'Asia/Singapore' : 'Europe/Paris')
  const his = wordsOf(anAnswerPage(openOffer, { executiveZone, toExecutive: true }))
  const hers = wordsOf(anAnswerPage(openOffer, { executiveZone }))

  expect(his).toMatch(/17:00 – 17:30 Singapore time \(UTC\+8\) ?10:00–10:30 Paris time/)
  expect(hers).toMatch(/10:00 – 10:30 Paris time \(UTC\+1\) ?17:00–17:30 Singapore time/)
  expect([his, hers].map((words) => words.match(/Singapore/g)?.length)).toEqual([1, 1])
})

test('the other clock says its day where it is another', () => {
  const html = anAnswerPage(openOffer, { executiveZone: 'Pacific/Auckland' })
  expect(wordsOf(html)).toContain('Thursday 25 March 2027, 02:30–03:00 Auckland time (UTC+13)')
})

test('in a week in which the clocks change, each day says its own offset', () => {
  const times = [
    between('2027-03-25T14:00:00Z', '2027-03-25T14:30:00Z'),
    between('2027-03-29T14:00:00Z', '2027-03-29T14:30:00Z'),
  ]
  const free = { times, laterHref: null, soonerHref: null }
  const words = wordsOf(anAnswerPage(openOffer, { free, executiveZone: 'America/New_York' }))
  expect(words).toContain('Times are Paris time (UTC+1). In brackets: New York time (UTC−4). Thursday 25')
  expect(words).toContain('Monday 29 March 2027 Times are Paris time (UTC+2). In brackets: New York time')
  expect(words).toContain('Enter one in Paris time.')
})

test('what was typed stays, and the summary leads to the field that is wrong', () => {
  const values = { choice: 'own', date: '2027-03-22', time: '07:00' }
  const message = 'Tom is taken until 08:30.'
  const html = anAnswerPage({ ...openOffer, form: { values, errors: [{ field: 'time', message }] } })
  const time = tagsOf(html, 'input').find((tag) => attributeOf(tag, 'name') === 'time') ?? ''
  expect(checkedIn(html)).toEqual(['own'])
  expect([attributeOf(time, 'value'), attributeOf(time, 'aria-invalid')]).toEqual(['07:00', 'true'])
  expect(html).toContain(`<a href="#${attributeOf(time, 'id')}">${message}</a>`)
  expect(html).toContain(
    `<p class="field-error" id="${attributeOf(time, 'aria-describedby')}">${message}</p>`,
  )
})

test('a second answerer reads who answered when, and moves the session only by a separate press', () => {
  const [first, , third] = threeTimes
  const html = anAnswerPage({
    kind: 'answered',
    time: first,
    by: 'Odile Marchand',
    at: at('2027-03-16T09:04:00Z'),
    justNow: false,
    wanted: { ...third, choice: third.id },
    isReleased: false,
    asksWhy: null,
    whys: [],
  })
  expect(wordsOf(html)).toContain('Odile Marchand answered on Tuesday 16 March 2027, 10:04')
  expect(html).toContain('name="choice" value="opt_3"')
  expect(html).toContain('name="move" value="yes"')
})

test('an expired offer says until when it was held, and asks for new times in one press', () => {
  const html = anAnswerPage({ kind: 'expired', at: threeTimes[0].until })
  expect(wordsOf(html)).toContain('They were held until Friday 19 March 2027, 18:00')
  expect(html).toContain('name="choice" value="again"')
})

test('an assistant never reads a mentor who is hidden', () => {
  const html = anAnswerPage(openOffer, { mentorName: null })
  expect(html).not.toContain('Leroy')
  expect(wordsOf(html)).toContain('30 minutes one to one')
})

test('no page for executives and assistants says what the hour is for, in either language', () => {
  for (const locale of ['en', 'fr'] as const) {
    const frame = aFrame({ locale })
    const pages = [
      anAnswerPage(openOffer, { frame }),
      anAnswerPage({ kind: 'expired', at: threeTimes[0].until }, { frame, toExecutive: true }),
      anInvitePage(openInvite, { frame }),
      anInvitePage({ kind: 'asked' }, { frame }),
    ]
    const read = pages.map((html) => ({
      body: wordsOf(html),
      subject: /<title>(.*)<\/title>/.exec(html)?.[1] ?? '',
    }))
    expect(read.flatMap((text) => lintOutward(text, { forbiddenWords: [], hiddenNames: [] }))).toEqual([])
  }
})

test('where the times end at different hours, each says its own, and only then', () => {
  const [first, ...others] = threeTimes
  const early = { ...first, until: at('2027-03-18T09:00:00Z') }
  const words = wordsOf(anAnswerPage({ ...openOffer, options: [early, ...others] }))
  expect(words).toContain('Each time is held until the hour shown with it.')
  expect(words).toContain('until Thursday 18 March 2027, 10:00, Paris time')
  expect(words).toContain('until Friday 19 March 2027, 18:00, Paris time')

  const alike = wordsOf(anAnswerPage(openOffer))
  expect(alike.match(/until Friday 19 March 2027, 18:00/g)).toHaveLength(1)
})

test('an invite is accepted in one press; declining asks for a mail first', () => {
  const html = anInvitePage(openInvite)
  expect(html).toContain('name="answer" value="accept"')
  expect(html).toContain('name="answer" value="decline"')
  expect(wordsOf(html)).toContain('we send you an email to confirm it')
})

test('an invite that was called off leaves nothing to press', () => {
  for (const kind of ['cancelled', 'past', 'reopened', 'declined'] as const)
    expect(tagsOf(anInvitePage({ kind }), 'form')).toEqual([])
})

test('an invite that is over or off leads a mentor to his sessions, and says whom to write to', () => {
  for (const kind of ['cancelled', 'past', 'reopened', 'declined'] as const) {
    const mentors = anInvitePage({ kind }, { isExecutive: false })
    expect(tagsOf(mentors, 'a').join()).toContain('href="/mine"')
    expect(tagsOf(anInvitePage({ kind }), 'a').join()).toContain(`href="mailto:${sender.email}"`)
  }
})

test('a meeting link is a link only where it leads to the web', () => {
  const at = (url: string) => tagsOf(anInvitePage(openInvite, { place: { kind: 'link', url } }), 'a')
  expect(at('https://meet.northwind.example/x').join()).toContain('href="https://meet.northwind.example/x"')
  expect(at('javascript://meet.northwind.example/%0aalert(1)').join()).not.toContain('javascript')
})

test('a name is text, whatever stands in it', () => {
  const html = anAnswerPage(openOffer, { executiveName: '<script>“O’Brien”</script>' })
  expect(tagsOf(html, 'script')).toEqual([])
})

test('a log needs four taps at most: the result is chosen, then a chip, an answer, Save', () => {
  const html = aLogPage({ ...openLog, result: 'cut-short' })
  expect(checkedIn(html)).toContain('cut-short')
  expect(tagsOf(html, 'input').filter((tag) => / required/.test(tag))).toEqual([])
  expect(tagsOf(html, 'button')).toHaveLength(1)
})

test('a log asks after a workshop, a mentoring and a reverse mentoring in other words, in each language', () => {
  for (const locale of ['en', 'fr'] as const) {
    const asked = (['workshop', 'mentoring', 'reverse-mentoring'] as const).map((pairing) =>
      wordsOf(aLogPage({ ...openLog, pairing }, aFrame({ locale }))),
    )
    expect(new Set(asked).size).toBe(3)
  }
})

test('a log names the three aims as the pairing does, and says who reads the request for a look', () => {
  for (const locale of ['en', 'fr'] as const) {
    const { path, logging } = wordsFor({ locale })
    const said = aLogPage(openLog, aFrame({ locale }))
    for (const words of [...Object.values(path.aims), logging.benefitHint, logging.needsManagerHint])
      expect(said).toContain(words)
  }
})

test('a log can be changed until a time the page says', () => {
  const until = at('2027-03-16T10:10:00Z')
  const html = aLogPage({
    ...{ kind: 'saved', result: 'happened', commitment: 'Post the summary', dueOn: '2027-04-06' },
    ...{ needsManager: true, whys: [], until, pulse: null, settling: null },
  })
  expect(wordsOf(html)).toContain('By Tuesday 6 April 2027')
  expect(wordsOf(html)).toContain('You can change it until Tuesday 16 March 2027, 11:10')
  expect(html).toContain('name="change" value="yes"')
  expect(wordsOf(html)).toMatch(/should look at this/)
})

test('pages from a mail bring no script and no style but the one of the house, and say their language', () => {
  const frame = aFrame({ locale: 'fr' })
  for (const html of [
    anAnswerPage(openOffer, { frame }),
    anInvitePage(openInvite, { frame }),
    aLogPage(openLog, frame),
  ]) {
    expect(html.startsWith('<!doctype html><html lang="fr">')).toBe(true)
    expect(html.match(/<style>[^<]*<\/style>/g)).toEqual([`<style>${assets.inline.style}</style>`])
    expect(html.replace(/<style>[^<]*/, '')).not.toMatch(/<script|<style\s|\sstyle=|\son[a-z]+=/)
  }
})

test('each field has a label of its own, and no id stands twice', () => {
  for (const html of [
    anAnswerPage(openOffer),
    anInvitePage({ ...openInvite, free: { ...openInvite.free, times: threeTimes } }),
    aLogPage(openLog),
  ]) {
    const fields = ['input', 'select', 'textarea'].flatMap((name) => tagsOf(html, name))
    const shown = fields.filter((tag) => attributeOf(tag, 'type') !== 'hidden')
    const labels = tagsOf(html, 'label').map((tag) => attributeOf(tag, 'for'))
    const ids = shown.map((tag) => attributeOf(tag, 'id'))
    expect(ids.filter((id) => !labels.includes(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  }
})
