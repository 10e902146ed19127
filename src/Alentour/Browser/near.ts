// « Près de moi »: asks the device where it is, to about one kilometre, and sends the search form with it.

export function offerNear(button: HTMLButtonElement): void {
  const form = button.form;
  if (!form || !("geolocation" in navigator)) return;
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "small";
  button.after(said);

  const put = (name: string, value: string) => {
    let field = form.elements.namedItem(name) as HTMLInputElement | null;
    if (!field) {
      field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      form.append(field);
    }
    field.value = value;
  };
  button.addEventListener("click", () => {
    said.textContent = button.dataset.saidAsking || "";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // Two decimals: a neighbourhood, not a door. The server rounds whatever else it is sent (FinderFields.cs).
        put("lat", coords.latitude.toFixed(2));
        put("lon", coords.longitude.toFixed(2));
        put("lieu", "");
        form.submit();
      },
      () => { said.textContent = button.dataset.saidFailed || ""; },
      { timeout: 15000, maximumAge: 600000 },
    );
  });
  button.hidden = false;
}
