interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string };
}

interface Window {
  /** Unknown to Safari before 26 and to browsers without Trusted Types. */
  readonly trustedTypes?: TrustedTypePolicyFactory;
}
