/** The oldest Node that runs Ballast's libraries: 20.19, or 22.12 and later. */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  return fits ? null : `Ballast needs Node 20.19 or later (or 22.12 and later); this is Node ${version}.`;
}
