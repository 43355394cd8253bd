import { insisting } from '../../actions/programme/insist.ts'
import { endLinkToReport } from '../../actions/report/end-link.ts'
import { makeReportLink } from '../../actions/report/make-link.ts'
import { usualEndOf } from '../../domain/report/make-link.ts'
import { listReportLinks } from '../../storage/report/link.ts'
import { type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { addressOf } from '../report/links.ts'
import { missing, refused } from '../responses.tsx'
import { pathId, programmeFor } from './load.ts'
import { withBody } from './request.ts'
import { reportLinkJson, reportLinkWish } from './shapes/report-link.ts'
import { nothing } from './shapes/values.ts'

/** Links by which people without an account read a programme's figures. */
export function reportLinkApi(app: App): void {
  app.get('/api/v1/programmes/:id/report/links', async (c) => {
    const programme = await programmeFor(c, pathId(c, 'prg'))
    if (!programme) return missing(c)
    const links = await listReportLinks(c.get('platform').db, programme.id)
    return c.json({ links: links.map(toJsonFor(c)) })
  })

  app.post(
    '/api/v1/programmes/:id/report/links',
    withBody(reportLinkWish, async (c, { id, address = null, endsOn, reason, ...wish }) => {
      const platform = c.get('platform')
      const { id: readerId, zone } = identityOf(c).person
      const programmeId = pathId(c, 'prg')
      const asked = {
        ...wish,
        ...{ id: id ?? platform.newId('rpl'), programmeId, address },
        endsOn: endsOn ?? usualEndOf(platform.now(), zone),
      }
      const insisted = { of: { programmeId }, reason, by: managerOf(c) }
      const made = await insisting(platform, insisted, () => makeReportLink(platform, asked, insisted.by))
      if (!made.ok) return refused(c, made.refusal)
      // What is mailed is its reader's alone, and what is copied its maker's: another's would outlast her own place here.
      const isTheirs = made.value.address === null && made.value.madeBy === readerId
      const url = isTheirs ? await addressOf(c, made.value.id) : null
      const unused = { ...made.value, opened: 0, lastOpenedAt: null }
      return c.json({ ...toJsonFor(c)(unused), url }, 201)
    }),
  )

  app.delete(
    '/api/v1/programmes/:id/report/links/:linkId',
    withBody(nothing, async (c) => {
      const platform = c.get('platform')
      const about = { id: pathId(c, 'rpl', 'linkId'), programmeId: pathId(c, 'prg') }
      const ended = await endLinkToReport(platform, about, managerOf(c))
      if (!ended.ok) return refused(c, ended.refusal)
      const links = await listReportLinks(platform.db, about.programmeId)
      const link = links.find(({ id }) => id === about.id)
      return link ? c.json(toJsonFor(c)(link)) : missing(c)
    }),
  )
}

function toJsonFor(c: AppContext) {
  const { zone } = identityOf(c).person
  return (link: Parameters<typeof reportLinkJson>[0]) => reportLinkJson(link, zone)
}
