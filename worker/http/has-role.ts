import { isAnywhere } from '../domain/people/permission.ts'
import type { Identity } from './context.ts'
import type { Asker } from './routes.ts'

/** Whether somebody who is signed in may call a route of that asker. */
export function hasRole({ actor, answersFor, isOwner, key }: Identity, asker: Asker): boolean {
  switch (asker) {
    case 'manager':
    case 'mentor':
    case 'sponsor':
      return isAnywhere(actor, asker)
    case 'assistant':
      return answersFor.length > 0
    case 'key':
      return key !== null && isAnywhere(actor, 'manager')
    case 'owner':
      return isOwner
    case 'member':
      return actor.memberships.length > 0
    case 'anyone':
    case 'link':
      return true
  }
}

/** The first page of a role, as the navigation names it. */
export type FirstPage = 'today' | 'mine' | 'desk'

/** The page on which somebody begins; null: an owner, for whom there is none, or a sponsor, who reads his programme’s report. */
export function firstPageOf(identity: Identity): FirstPage | null {
  if (hasRole(identity, 'manager')) return 'today'
  if (hasRole(identity, 'mentor')) return 'mine'
  return hasRole(identity, 'assistant') ? 'desk' : null
}
