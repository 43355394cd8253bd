import { and, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm'

import { memberships, outbox, people, programmes, reportLinks } from '../../../schema/index.ts'
import type { PersonId, ProgrammeId, ReportLinkId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { ReportLink, ReportLinkUse } from '../../domain/report/link.ts'
import { figuresLetterKey } from '../../domain/report/make-link.ts'
import { HOUR, instant, type Instant } from '../../domain/time/time.ts'
import { type Database, hashOf, type Statement } from '../../platform.ts'
import { isAmong } from '../among.ts'
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
      makerName: nameIn(sql`report_links.programme_id`, sql`report_links.made_by`),
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
        name: nameIn(sql`report_links.programme_id`, sql`people.id`).as('name'),
        email: people.email,
        zone: people.zone,
      })
      .from(reportLinks)
      .innerJoin(
        memberships,
        and(eq(memberships.programmeId, reportLinks.programmeId), eq(memberships.role, 'manager')),
      )
      .innerJoin(people, eq(people.id, memberships.personId))
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

function nameIn(programmeId: SQL, personId: SQL) {
  return sql<string>`coalesce(
    (SELECT name FROM members WHERE members.programme_id = ${programmeId} AND members.person_id = ${personId}),
    (SELECT name FROM people WHERE id = ${personId}))`
}

export function insertReportLink(db: Database, link: ReportLink, tokenHash: string): Statement {
  return db.insert(reportLinks).values({ ...link, tokenHash })
}

/** Also a letter with it that has not left. */
export function endReportLink(
  db: Database,
  { id }: Pick<ReportLink, 'id'>,
  { at, byId }: { readonly at: Instant; readonly byId: PersonId },
): readonly Statement[] {
  const isThis = sql`id = ${id} AND ended_at IS NULL`
  return [
    db.update(outbox).set(retired(at)).where(isWaiting(isThis)),
    db.update(reportLinks).set({ endedAt: at, endedBy: byId }).where(isThis),
  ]
}

/** Those that somebody made who manages the programme no longer. */
export function endReportLinksOf(
  db: Database,
  { programmeId, madeBy }: Pick<ReportLink, 'programmeId' | 'madeBy'>,
  at: Instant,
): readonly Statement[] {
  const areTheirs = sql`made_by = ${madeBy} AND programme_id = ${programmeId} AND ended_at IS NULL`
  return [
    db.update(outbox).set(retired(at)).where(isWaiting(areTheirs)),
    db.update(reportLinks).set({ endedAt: at }).where(areTheirs),
  ]
}

function retired(at: Instant) {
  return { state: 'retired', error: 'gone', retiredAt: at } as const
}

/** The letter with such a link waits, and nobody is sending it. */
function isWaiting(link: SQL): SQL {
  return sql`state = 'waiting' AND lease IS NULL
    AND dedupe_key IN (SELECT ${figuresLetterKey('')} || id FROM report_links WHERE ${link})`
}

/** With the purge, and with what was counted of them. */
export function dropReportLinks(programmeId: ProgrammeId, limit: number): readonly SQL[] {
  return deletions(sql`programme_id = ${programmeId}`, limit)
}

/** Those that ended before this moment. */
export function dropOldReportLinks(before: Instant, limit: number): readonly SQL[] {
  return deletions(sql`min(ends_at, coalesce(ended_at, ends_at)) <= ${before}`, limit)
}

function deletions(where: SQL, limit: number): readonly SQL[] {
  const ids = sql`(SELECT id FROM report_links WHERE ${where} ORDER BY id LIMIT ${limit})`
  return [forgetOpenings(sql`id IN ${ids}`), sql`DELETE FROM report_links WHERE id IN ${ids}`]
}

/** Before the links themselves go. */
export function forgetOpenings(where: SQL): SQL {
  return sql`DELETE FROM counters WHERE key IN (SELECT 'opened:' || token_hash FROM report_links WHERE ${where})`
}
