import type { Availability, Role } from './person.ts'

/** The page for a new mentor is where his very first sign-in leads; a manager's leads to Today. */
export function landsOnGuide(
  roles: readonly Role[],
  { hasRead, isFirstSignIn }: { readonly hasRead: boolean; readonly isFirstSignIn: boolean },
): boolean {
  return roles.includes('mentor') && !roles.includes('manager') && !hasRead && isFirstSignIn
}

/** Either is enough to begin with: he knows what it is about, or he can be booked. */
export function isReady({
  hours,
  hasRead,
}: {
  readonly hours: Pick<Availability, 'weekly' | 'exceptions'> | null
  readonly hasRead: boolean
}): boolean {
  return hasRead || hasHours(hours)
}

/** A date that is only closed is no hour. */
export function hasHours(hours: Pick<Availability, 'weekly' | 'exceptions'> | null): boolean {
  return hours !== null && (hours.weekly.length > 0 || hours.exceptions.some(({ from }) => from !== null))
}
