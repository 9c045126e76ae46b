/** The day on which a sponsorship ends; none means as long as the policy lets it. */
export function UntilField() {
  return (
    <div>
      <label className="label" htmlFor="until">
        Until <span className="font-normal text-muted">(optional)</span>
      </label>
      <input id="until" name="until" type="date" className="field max-w-52" />
    </div>
  );
}
