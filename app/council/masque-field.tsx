/** Which masque. */
export function MasqueField() {
  return (
    <div>
      <label className="label" htmlFor="masque">
        Masque
      </label>
      <input
        id="masque"
        name="masque"
        required
        maxLength={140}
        placeholder="homelab or engineer:backend"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        className="field max-w-sm font-mono"
      />
    </div>
  );
}
