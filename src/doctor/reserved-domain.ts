/** Whether nobody can own `domain`, in lower case: it stands in examples alone (RFC 2606, RFC 6761). */
export function isReserved(domain: string): boolean {
  return (
    /(^|\.)(example|invalid|test|localhost)$/.test(domain) || /(^|\.)example\.(com|net|org)$/.test(domain)
  );
}
