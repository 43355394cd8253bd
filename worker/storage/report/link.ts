import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'

import { members, memberships, people, programmes, reportLinks } from '../../../schema/index.ts'
import type { ProgrammeId, ReportLinkId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { ReportLink, ReportLinkUse } from '../../domain/report/link.ts'
import { HOUR, instant, type Instant } from '../../domain/time/time.ts'
import { type Database, hashOf, type Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
import { inProgramme, PERSON } from '../people/person.ts'
import { PROGRAMME, toProgramme } from '../programme/programme.ts'

const LINK = {
  id: reportLinks.id,
  programmeId: reportLinks.programmeId,
  label: reportLinks.label,
  locale: reportLinks.locale,
  address: reportLinks.address,
  madeBy: reportLinks.madeBy,
  madeAt: reportLinks.madeAt,
  endsAt: reportLinks.endsAt,
  endedAt: reportLinks.endedAt,
  endedBy: reportLinks.endedBy,
}

export async function findReportLink(db: Database, id: ReportLinkId): Promise<ReportLink | null> {
  const [row] = await db.select(LINK).from(reportLinks).where(eq(reportLinks.id, id))
  return row ?? null
}

/** A link with how it was used, and by whose hand it was made. */
export type ReportLinkLine = ReportLink &
  ReportLinkUse & { readonly makerName: string; readonly isMakerHere: boolean }

/** Without a break since: whoever comes back makes another. */
const IS_MAKER_HERE = sql`EXISTS (SELECT 1 FROM memberships AS making
  WHERE making.programme_id = report_links.programme_id AND making.person_id = report_links.made_by
    AND making.role = 'manager' AND making.since <= report_links.made_at)`

const MAKER_NAME = sql<string>`coalesce(
  (SELECT name FROM members WHERE members.programme_id = report_links.programme_id
    AND members.person_id = report_links.made_by),
  (SELECT name FROM people WHERE id = report_links.made_by))`

/** Newest first; those that have ended too, as long as they are kept. */
export async function listReportLinks(
  db: Database,
  programmeId: ProgrammeId,
): Promise<readonly ReportLinkLine[]> {
  const rows = await db
    .select({
      ...LINK,
      opened: sql<number>`(SELECT coalesce(sum(count), 0) FROM counters WHERE key = ${OPENINGS})`,
      lastHour: sql<number | null>`(SELECT max(window) FROM counters WHERE key = ${OPENINGS})`,
      makerName: MAKER_NAME,
      isMakerHere: sql<0 | 1>`${IS_MAKER_HERE}`,
    })
    .from(reportLinks)
    .where(eq(reportLinks.programmeId, programmeId))
    .orderBy(desc(reportLinks.madeAt), desc(reportLinks.id))
  return rows.map(({ lastHour, isMakerHere, ...row }) => ({
    ...row,
    isMakerHere: isMakerHere === 1,
    lastOpenedAt: lastHour === null ? null : instant(lastHour * HOUR),
  }))
}

/** Of these links those that open: a purge deletes them. */
export async function listOpenReportLinks(
  db: Database,
  ids: readonly ReportLinkId[],
  now: Instant,
): Promise<ReadonlySet<ReportLinkId>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: reportLinks.id })
    .from(reportLinks)
    .where(
      and(
        isAmong(reportLinks.id, ids),
        isNull(reportLinks.endedAt),
        gt(reportLinks.endsAt, now),
        IS_MAKER_HERE,
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

/** The key under which the openings of a link are counted: `openingsOf` makes the same of a token. */
const OPENINGS = sql`'opened:' || report_links.token_hash`

export async function openingsOf(token: string): Promise<string> {
  return `opened:${await hashOf(token)}`
}

/** A link as somebody opens it, also one that has ended, with whom to ask for another. */
export type OpenedReportLink = {
  readonly link: ReportLink
  readonly programme: Programme
  readonly isMakerHere: boolean
  /** Whoever made it, if she is still there; else another manager; null: there is none. */
  readonly contact: Pick<Person, 'id' | 'name' | 'email' | 'zone'> | null
}

export async function readReportLink(db: Database, token: string): Promise<OpenedReportLink | null> {
  const isThis = eq(reportLinks.tokenHash, await hashOf(token))
  const programmeId = db.select({ id: reportLinks.programmeId }).from(reportLinks).where(isThis)
  const [[row], [programme], [contact]] = await db.batch([
    db
      .select({ ...LINK, isMakerHere: sql<0 | 1>`${IS_MAKER_HERE}` })
      .from(reportLinks)
      .where(isThis),
    db.select(PROGRAMME).from(programmes).where(inArray(programmes.id, programmeId)),
    db
      .select({
        id: people.id,
        name: PERSON.name,
        email: PERSON.email,
        zone: people.zone,
      })
      .from(reportLinks)
      .innerJoin(
        memberships,
        and(eq(memberships.programmeId, reportLinks.programmeId), eq(memberships.role, 'manager')),
      )
      .innerJoin(people, eq(people.id, memberships.personId))
      .leftJoin(members, inProgramme(reportLinks.programmeId))
      .where(isThis)
      .orderBy(sql`people.id = report_links.made_by DESC`, memberships.since, people.id)
      .limit(1),
  ])
  if (!row || !programme) return null
  const { isMakerHere, ...link } = row
  return {
    link,
    programme: toProgramme(programme),
    isMakerHere: isMakerHere === 1,
    contact: contact ?? null,
  }
}

export function insertReportLink(db: Database, link: ReportLink, tokenHash: string): Statement {
  return db.insert(reportLinks).values({ ...link, tokenHash })
}
