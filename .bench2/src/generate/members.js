/** Sets the member; `undefined` leaves it out, for an absent member is an absent key. */
export function put(members, name, value) {
    if (value !== undefined)
        members[name] = value;
}
