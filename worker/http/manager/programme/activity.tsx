import * as z from 'zod/mini'

import {
  ACTIVITY_FIELDS,
  type ActivityData,
  type ActivityLine,
} from '../../../../web/pages/manager/programme/activity-data.ts'
import { ActivityPage } from '../../../../web/pages/manager/programme/activity.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { within } from '../../../../web/parts/within.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { isId, type PersonId } from '../../../domain/ids.ts'
import { LINES_PER_ACTIVITY_PAGE } from '../../../domain/limits.ts'
import { seen } from '../../../domain/people/fields.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import type { Person } from '../../../domain/people/person.ts'
import type { Programme } from '../../../domain/programme/programme.ts'
import { listPeople } from '../../../storage/people/person.ts'
import {
  ACTIVITY_DAYS,
  type ActivityEvent,
  type ActivityKey,
  listActivity,
} from '../../../storage/programme/activity.ts'
import type { App, AppContext } from '../../context.ts'
import { cursorOf, readCursor } from '../../cursor.ts'
import { missing } from '../../responses.tsx'
import { frameInProgramme, programmeScope } from '../programme-scope.ts'

const ActivityCursor = z.tuple([z.int(), z.string(), z.int()])

/** What a programme did lately, for its managers. */
export function activityPages(app: App): void {
  app.get(paths.activity, async (c) => {
    const scope = programmeScope(c)
    if (!scope) return missing(c)
    const { db, now } = c.get('platform')
    const { programme } = scope
    const after = readCursor(paths.activity, ActivityCursor, c.req.query('after') ?? '')
    const limit = LINES_PER_ACTIVITY_PAGE
    const found = await listActivity(db, programme.id, now(), { limit: limit + 1, after })
    const shown = found.slice(0, limit)
    const people = await listPeople(db, [...new Set(shown.flatMap(peopleIn))], programme.id)
    const frame = frameInProgramme(c, null, scope)
    const data = seen<ActivityData>(lookOf('manager', null, null), ACTIVITY_FIELDS, {
      frame,
      lines: shown.map((event) => lineOf(event, programme, people, frame)),
      days: ACTIVITY_DAYS,
      earlier: found.length > limit ? earlierThan(c, shown.at(-1)) : null,
      isLatest: after === null,
    })
    return c.html(<ActivityPage {...data} />)
  })
}

function earlierThan(c: AppContext, last: ActivityEvent | undefined): string | null {
  if (!last) return null
  const key: ActivityKey = [last.at, last.subject, last.version]
  const programme = c.req.query('programme')
  const query = new URLSearchParams({
    ...(programme && { programme }),
    after: cursorOf(paths.activity, key),
  })
  return `${paths.activity}?${query}`
}

function peopleIn({ subject, actorId, pair }: ActivityEvent): readonly PersonId[] {
  const about = isId('per', subject) ? [subject] : []
  return [...about, ...(actorId ? [actorId] : []), ...(pair ? [pair.mentorId, pair.executiveId] : [])]
}

function lineOf(
  event: ActivityEvent,
  programme: Programme,
  people: readonly Person[],
  frame: PageFrame,
): ActivityLine {
  const { code, at, door, actorId, detail, subject, pair } = event
  const words = wordsFor(frame)
  const nameOf = (id: PersonId) => people.find((each) => each.id === id)?.name ?? words.activity.hasLeft
  const titled = pair && words.session.title(nameOf(pair.executiveId), nameOf(pair.mentorId))
  return {
    ...{ code, at, door },
    who: actorId && nameOf(actorId),
    time: 'end' in detail ? { start: detail.start, end: detail.end } : null,
    partstat: 'partstat' in detail ? (detail.partstat ?? null) : null,
    status: 'status' in detail ? detail.status : null,
    about: titled ?? (isId('per', subject) ? nameOf(subject) : programme.name),
    href: hasLeft(people, subject) ? null : hrefOf(subject, programme, frame),
  }
}

/** Whoever has left has no page any more. */
function hasLeft(people: readonly Person[], subject: string): boolean {
  return people.some(({ id, departure }) => id === subject && departure !== null && departure.leftAt !== null)
}

function hrefOf(subject: string, programme: Programme, frame: PageFrame): string {
  if (isId('ses', subject)) return paths.session(subject)
  if (isId('pai', subject)) return paths.pairing(subject)
  return isId('per', subject) ? within(frame, paths.person(subject)) : paths.programme(programme.id)
}
