package io.smsmessenger.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something of a host's own. */
@Entity
@Table(name = "host_note")
class HostNote {
    @Id
    long id;

    @Column(name = "body", length = 100)
    String body;

    protected HostNote() {}

    HostNote(long id, String body) {
        this.id = id;
        this.body = body;
    }
}
