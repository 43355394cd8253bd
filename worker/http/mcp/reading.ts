import * as z from 'zod/mini'

import {
  ITEMS_PER_PAGE,
  MAX_CURSOR_CHARACTERS,
  SESSION_MINUTES,
  SLOTS_PER_ANSWER,
} from '../../domain/limits.ts'
import { iso } from '../../domain/time/time.ts'
import { KINDS } from '../../domain/today/item.ts'
import { nextAnswer } from '../api/shapes/page.ts'
import { todayAnswer } from '../api/shapes/today.ts'
import { body, moment, reference, whole } from '../api/shapes/values.ts'
import { slotsAnswer } from '../api/slots.ts'
import { namedPairing, withNames } from './names.ts'
import { tool } from './tool.ts'

const programmeId = z.exactOptional(reference('prg'))
export const pairingId = reference('pai')

/** Fewer than the API gives unasked: whoever reads them pays by the word. */
const DEFAULT_FREE_TIMES = 20
const DEFAULT_PAIRINGS = 100

export const readToday = tool(
  {
    name: 'read_today',
    title: 'Read Today',
    description:
      'What waits for the manager, most urgent first: one item for each line, with its kind, since when it waits, and the ids of what it is about. Without programmeId, of all programmes that the key names; with kind, all lines of that kind.',
    input: body({ programmeId, kind: z.exactOptional(z.enum(KINDS)) }),
    answer: todayAnswer,
    isReading: true,
  },
  ({ askApi }, { programmeId: programme, kind }) => askApi('/today', { programme, kind }),
)

export const listPairings = tool(
  {
    name: 'list_pairings',
    title: 'List the pairings',
    description:
      'Who meets whom: one mentor and one executive each, with status, place and the names of both. For the next page pass `next` of the answer as `after`.',
    input: body({
      programmeId,
      limit: z.exactOptional(whole(ITEMS_PER_PAGE)),
      after: z.exactOptional(z.string().check(z.maxLength(MAX_CURSOR_CHARACTERS))),
    }),
    answer: z.strictObject({ pairings: z.array(namedPairing), ...nextAnswer }),
    isReading: true,
  },
  async ({ c, askApi }, { programmeId: programme, limit = DEFAULT_PAIRINGS, after }) => {
    const response = await askApi('/pairings', { programme, limit, after })
    if (!response.ok) return response
    const { pairings, next } = z.parse(anyPage, await response.json())
    return c.json({ pairings: await withNames(c, pairings), next })
  },
)

const anyPage = z.object({ pairings: z.unknown(), ...nextAnswer })

export const readPairing = tool(
  {
    name: 'read_pairing',
    title: 'Read a pairing',
    description: 'One pairing, with the names of both. The two can see that it was looked at.',
    input: body({ pairingId }),
    answer: namedPairing,
    isReading: true,
  },
  async ({ c, askApi }, { pairingId: id }) => {
    const response = await askApi(`/pairings/${id}`)
    if (!response.ok) return response
    const [pairing = {}] = await withNames(c, [await response.json()])
    return c.json(pairing)
  },
)

export const findFreeTimes = tool(
  {
    name: 'find_free_times',
    title: 'Find free times',
    description:
      'When both of a pairing are free, best first, by the same rules as an offer. Nothing is held. `from` and `to` bound the search; `minutes` is the length of the session, usually that of the next one. `refusedAt` says that such a time was refused in this round.',
    input: body({
      pairingId,
      from: z.exactOptional(moment),
      to: z.exactOptional(moment),
      minutes: z.exactOptional(whole(SESSION_MINUTES)),
      limit: z.exactOptional(whole(SLOTS_PER_ANSWER)),
    }),
    answer: slotsAnswer,
    isReading: true,
  },
  ({ askApi }, { pairingId: id, from, to, minutes, limit = DEFAULT_FREE_TIMES }) =>
    askApi(`/pairings/${id}/slots`, {
      ...{ minutes, limit },
      from: from === undefined ? from : iso(from),
      to: to === undefined ? to : iso(to),
    }),
)
