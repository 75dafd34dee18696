package io.smsmessenger.conformance;

import tools.jackson.databind.JsonNode;

/** A place in the specification: the JSON pointer to it, and what stands there. */
record Place(String pointer, JsonNode node) {
    /** What stands below under that name; a missing node when there is nothing. */
    Place child(String name) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        return new Place(pointer + "/" + escaped, node.path(name));
    }

    Place item(int index) {
        return new Place(pointer + "/" + index, node.path(index));
    }

    boolean exists() {
        return !node.isMissingNode();
    }

    String text(String name) {
        return node.path(name).asString("");
    }

    @Override
    public String toString() {
        return pointer;
    }
}
