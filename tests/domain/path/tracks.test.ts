import { expect, test } from 'vitest'

import { trackName } from '../../../web/words/tracks/words.ts'
import { FORMATS_PER_TRACK, isWithin, MAX_TRACK_NAME_CHARACTERS } from '../../../worker/domain/limits.ts'
import { started } from '../../../worker/domain/pairing/start.ts'
import { HOUSE_TRACKS, STANDARD_TRACKS } from '../../../worker/domain/path/house-tracks.ts'
import { HOUSE_FITS, type StandardFormat } from '../../../worker/domain/path/house.ts'
import { standardTracks, whyNotTrack } from '../../../worker/domain/path/make-track.ts'
import { nextSteps, type Path } from '../../../worker/domain/path/next-steps.ts'
import { pathAfter, type PathReading } from '../../../worker/domain/path/path.ts'
import { EVIDENCES } from '../../../worker/domain/path/stage.ts'
import { copyOf } from '../../../worker/domain/path/track-copy.ts'
import { restOf, standingOf, stepShown } from '../../../worker/domain/path/track-walk.ts'
import type { PairingTrack } from '../../../worker/domain/path/track.ts'
import { idOf, theStandards } from '../../support/formats.ts'
import { aPath, aStep, namesOf } from '../../support/paths.ts'
import { aSituation } from '../../support/situations.ts'

const HOUSE = standardTracks('prg_1', theStandards(), (prefix) => `${prefix}_0`)

function aTrack(...names: readonly StandardFormat[]): PairingTrack {
  const steps = names.map((name) => ({ formatId: idOf(name), text: '', link: null }))
  return { id: 'trk_1', title: { standard: null, name: 'Two letters' }, steps }
}

/** After the first meeting, on a track of three. */
function onTrack(parts: Partial<Path> = {}): Path {
  return aPath({ track: aTrack('read-with-me', 'your-ten-minutes', 'one-question'), ...parts })
}

test('what a format of a house track needs stands before it, and each is long enough', () => {
  for (const standard of STANDARD_TRACKS) {
    const names = HOUSE_TRACKS[standard]
    expect(isWithin(names.length, FORMATS_PER_TRACK)).toBe(true)
    expect(new Set(names).size).toBe(names.length)
    names.forEach((name, index) => {
      for (const needed of HOUSE_FITS[name].after) expect(names.slice(0, index)).toContain(needed)
    })
  }
  expect(HOUSE.map(({ steps }) => steps.length)).toEqual([6, 6])
})

test('a house track has a name in both languages; one of the programme’s own counts for everybody', () => {
  for (const standard of STANDARD_TRACKS) {
    const [en, fr] = (['en', 'fr'] as const).map((locale) => trackName({ standard, name: null }, locale))
    expect(en).not.toBe(fr)
    expect(Math.max(en?.length ?? 0, fr?.length ?? 0)).toBeLessThanOrEqual(MAX_TRACK_NAME_CHARACTERS)
  }
  expect(trackName({ standard: 'first-public-answer', name: 'Ours' }, 'fr')).toBe('Ours')
})

test('six sessions of a well-behaved executive begin with six different steps, on either track', () => {
  for (const track of HOUSE) {
    let path: Path = aPath({ hasMet: false, steps: [], track })
    const begun: (string | null)[] = []
    for (let count = 0; count < 6; count += 1) {
      const [step] = nextSteps(path)
      if (!step) throw new Error(`${track.title.standard} ends after ${count}`)
      begun.push(step.format.standard)
      const held = {
        ...aStep(step.format.standard ?? 'first-meeting', count),
        sessionId: `ses_${count}`,
      } as const
      path = { ...path, ...after(path, held, EVIDENCES[count - 1] ?? null, step.format.standard) }
    }
    expect(new Set(begun).size).toBe(6)
    expect(begun[0]).toBe('first-meeting')
  }
})

function after(
  path: PathReading,
  step: PathReading['steps'][number],
  evidence: (typeof EVIDENCES)[number] | null,
  standard: string | null,
): PathReading {
  return pathAfter(path, { step, isClosing: standard === 'closing-talk', evidence, before: null })
}

test('a step that stands before its stage comes all the same: the order is the manager’s', () => {
  const track = aTrack('three-readers', 'answer-once', 'read-with-me')
  expect(namesOf(nextSteps(aPath({ track })))).toEqual(['three-readers', 'answer-once', 'read-with-me'])
})

test('what was agreed and not done does not repeat a step; what was cut short does, once', () => {
  const first = aStep('first-meeting', 0)
  const undone = [first, aStep('read-with-me', 1, { done: 'no' })]
  expect(namesOf(nextSteps(onTrack({ steps: undone })))).not.toContain('read-with-me')
  const short = [first, aStep('read-with-me', 1, { wasCutShort: true })]
  const [again] = nextSteps(onTrack({ steps: short }))
  expect(again).toMatchObject({
    isSmaller: true,
    reasons: [{ code: 'track-step' }, {}, { code: 'cut-short' }],
  })
  const twice = [
    ...short,
    { ...aStep('read-with-me', 2, { wasCutShort: true }), sessionId: 'ses_b' } as const,
  ]
  expect(namesOf(nextSteps(onTrack({ steps: twice })))[0]).toBe('your-ten-minutes')
  expect(namesOf(nextSteps(onTrack({ steps: short, acts: ['reading'] })))[0]).toBe('your-ten-minutes')
})

test('a track ends with the closing talk; without one it leads on to what comes next', () => {
  const steps = ['first-meeting', 'read-with-me', 'your-ten-minutes', 'one-question'] as const
  const walked = { steps: steps.map((name, count) => aStep(name, count)) }
  const next = nextSteps(onTrack(walked))
  expect(namesOf(next)).toEqual(['closing-talk'])
  expect(next[0]?.reasons).toEqual([{ code: 'track-step' }, { code: 'walked-through' }])
  const formats = theStandards().filter(({ standard }) => standard !== 'closing-talk')
  expect(nextSteps(onTrack({ ...walked, formats })).length).toBeGreaterThan(0)
  expect(nextSteps(onTrack({ ...walked, hasClosed: true }))).toEqual([])
})

test('first meeting and closing talk are not counted, even where a track lists them', () => {
  const track = aTrack('first-meeting', 'read-with-me', 'one-question', 'closing-talk')
  const begun = aPath({ hasMet: false, steps: [], track })
  expect(namesOf(nextSteps(begun))).toEqual(['first-meeting', 'read-with-me', 'one-question'])
  expect(standingOf(begun)).toMatchObject({ step: 1, of: 2 })
  expect(stepShown(begun, idOf('first-meeting'))).toBeNull()
  expect(stepShown(begun, idOf('one-question'))).toMatchObject({ step: 2, of: 2 })
})

test('a format that was put away later drops out of the count, unless it came', () => {
  const formats = theStandards().map((each) =>
    each.standard === 'your-ten-minutes' ? { ...each, isArchived: true } : each,
  )
  expect(standingOf(onTrack({ formats }))).toMatchObject({ step: 1, of: 2 })
  const steps = [aStep('first-meeting', 0), aStep('your-ten-minutes', 1)]
  expect(standingOf(onTrack({ formats, steps }))).toMatchObject({ step: 1, of: 3 })
  expect(restOf(onTrack({ formats, steps })).map(({ format }) => format.standard)).toEqual([
    'read-with-me',
    'one-question',
  ])
})

test('a pairing copies its track once, when it starts', () => {
  const { pairing, path } = aSituation()
  const formats = theStandards()
  const track = aTrack('first-meeting', 'read-with-me', 'one-question')
  const begun = started({ ...pairing, trackId: 'trk_1' }, { path: { ...path, track }, formats })
  expect(begun).toMatchObject({ status: 'active', track: aTrack('read-with-me', 'one-question') })
  const later = { path: { ...path, track: aTrack('first-post') }, formats }
  expect(started(begun, later).track).toEqual(begun.track)
  expect(copyOf(track, []).steps).toEqual([])
})

test('a track takes only formats of the list, and materials by https', () => {
  const { steps } = aTrack('read-with-me', 'one-question')
  expect(whyNotTrack({ steps }, theStandards())).toBeNull()
  expect(whyNotTrack({ steps }, [])).toEqual({ reason: 'no-such-format' })
  const unsafe = steps.map((each) => ({ ...each, link: 'http://wiki.example' }))
  expect(whyNotTrack({ steps: unsafe }, theStandards())).toEqual({ reason: 'link-not-https' })
})
