import type * as z from 'zod/mini'

import { changeProgramme } from '../../actions/programme/change.ts'
import { closeProgramme } from '../../actions/programme/close.ts'
import { insisting } from '../../actions/programme/insist.ts'
import { makeProgramme } from '../../actions/programme/make.ts'
import { manages } from '../../domain/people/permission.ts'
import { alsoAllowing, type ProgrammePatch } from '../../domain/programme/change.ts'
import { POLICY_FIELDS, type Programme, shortNameOf } from '../../domain/programme/programme.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { type App, type AppContext, identityOf, managerOf } from '../context.ts'
import { missing, refused } from '../responses.tsx'
import { expectedBy, jsonWithEtag } from './etag.ts'
import { actorOf, pathId, programmeFor } from './load.ts'
import { allNull, invalidAt, withBody } from './request.ts'
import { closureWish, programmeJson, programmePatch, programmeWish } from './shapes/programme.ts'

export function programmeApi(app: App): void {
  app.get('/api/v1/programmes', async (c) => {
    const { actor, programmes } = identityOf(c)
    return c.json({
      programmes: programmes.map((programme) => {
        const { id, name, shortName } = programme
        return manages(actor, id) ? programmeJson(programme) : { id, name, shortName }
      }),
    })
  })

  app.post(
    '/api/v1/programmes',
    withBody(programmeWish, async (c, { name, ...wish }) => {
      const platform = c.get('platform')
      const {
        id = platform.newId('prg'),
        shortName = shortNameOf(name),
        endsOn = null,
        policy = {},
        reason = null,
      } = wish
      const managerId = actorOf(c).personId
      const made = await makeProgramme(
        platform,
        { id, name, shortName, endsOn, policy, managerId, ...(reason && { reason }) },
        managerOf(c),
      )
      return made.ok ? c.json(programmeJson(made.value), 201) : refusedPolicy(c, made.refusal)
    }),
  )

  app.get('/api/v1/programmes/:id', async (c) => {
    const programme = await programmeFor(c, pathId(c, 'prg'))
    return programme ? jsonWithEtag(c, programmeJson(programme)) : missing(c)
  })

  app.patch(
    '/api/v1/programmes/:id',
    withBody(programmePatch, async (c, patch) => {
      const programme = await programmeFor(c, pathId(c, 'prg'))
      if (!programme) return missing(c)
      const expected = expectedBy(c, programmeJson)
      const change = changeIn(patch, programme)
      const by = managerOf(c)
      const insisted = { of: { programmeId: programme.id }, reason: patch.reason, by }
      // The words that are allowed first change the programme, and so its ETag.
      const changed = await insisting(c.get('platform'), insisted, (allowed) =>
        changeProgramme(
          c.get('platform'),
          programme.id,
          alsoAllowing(change, allowed),
          by,
          allowed.length > 0 ? () => true : expected,
        ),
      )
      return changed.ok ? jsonWithEtag(c, programmeJson(changed.value)) : refusedPolicy(c, changed.refusal)
    }),
  )

  app.post(
    '/api/v1/programmes/:id/closure',
    withBody(closureWish, async (c, { id, cancelFixed = false }) => {
      const programme = await programmeFor(c, pathId(c, 'prg'))
      if (!programme) return missing(c)
      const platform = c.get('platform')
      const wish = { id: id ?? platform.newId('req'), programmeId: programme.id, cancelFixed }
      const closed = await closeProgramme(platform, wish, managerOf(c))
      return closed.ok ? c.json(programmeJson(closed.value)) : refused(c, closed.refusal)
    }),
  )
}

function refusedPolicy(c: AppContext, refusal: Refusal): Response | Promise<Response> {
  return refusal.reason === 'notice-beyond-horizon'
    ? invalidAt(c, 'policy.notice', refusal)
    : refused(c, refusal)
}

/** RFC 7396: null resets a policy field, or the whole policy, to the defaults of a new programme. */
function changeIn(
  { shortName, policy, reason: _why, ...named }: z.output<typeof programmePatch>,
  { name }: Programme,
): ProgrammePatch {
  return {
    ...named,
    ...(shortName !== undefined && { shortName: shortName ?? shortNameOf(named.name ?? name) }),
    ...(policy !== undefined && { policy: policy ?? allNull(POLICY_FIELDS) }),
  }
}
