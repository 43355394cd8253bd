/** How an address stands to the owner's: of the same domain, of one below it, or from outside. */
export function sharesDomain(domain: string, owner: string): string {
  const own = owner.split('@')[1] ?? ''
  if (domain === own) return 'own domain'
  return domain.endsWith(`.${own}`) ? 'below the own domain' : 'another domain'
}
